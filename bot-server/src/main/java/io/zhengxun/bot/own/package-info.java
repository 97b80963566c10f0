/** What people do with their own data: bind their identity by consent, see, export and delete what is kept (Q7). */
package io.zhengxun.bot.own;
