/** How the bot uses Redis: quickly or not at all, since it has to answer without it too. */
package io.zhengxun.bot.redis;
