/** QR codes with parameters: made by the account, scanned by users. */
package io.zhengxun.standalone.simulator.scene;
