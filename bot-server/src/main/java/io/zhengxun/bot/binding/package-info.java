/** How people in the chat become contacts of institutions and centres, look at that, and leave it. */
package io.zhengxun.bot.binding;
