/** The account's menu: taken and given by the API with the platform's checks, shown on the phones. */
package io.zhengxun.standalone.simulator.menu;
