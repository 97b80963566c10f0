/** The menu below the chat: told by the account, shown on the phones. */
package io.zhengxun.standalone.simulator.menu;
