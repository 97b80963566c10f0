/** How often one may ask, and how long one waits after wrong guesses (Q5). */
package io.zhengxun.bot.limit;
