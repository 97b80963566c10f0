/** What the bot says to a message: commands, dialogs that run, fields, intents, in this order. */
package io.zhengxun.bot.conversation;
