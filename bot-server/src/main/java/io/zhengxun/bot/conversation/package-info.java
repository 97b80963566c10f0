/** What the bot says to a message. */
package io.zhengxun.bot.conversation;
