/** Who a user of a web page is: the page asks the platform, which knows whose phone it was opened on. */
package io.zhengxun.standalone.simulator.visit;
