/** Looking certificates up by two fields: the dialog, its answers, and waiting for an outcome. */
package io.zhengxun.bot.lookup;
