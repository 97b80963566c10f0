/** Dialogs in which holders complain, and look at what came of it (X1). */
package io.zhengxun.bot.complaint;
