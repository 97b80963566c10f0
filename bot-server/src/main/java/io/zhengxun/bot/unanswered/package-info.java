/** Keeps what the bot did not understand, without anybody's data, for staff to learn from. */
package io.zhengxun.bot.unanswered;
