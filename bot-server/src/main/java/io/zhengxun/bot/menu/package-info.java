/** The menu below the chat: what its buttons are, how WeChat learns of them, and what a tap on one means. */
package io.zhengxun.bot.menu;
