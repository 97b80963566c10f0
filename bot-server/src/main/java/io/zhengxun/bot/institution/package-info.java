/** What the contacts of institutions and centres ask about their own work: what is to be done, and why rows came back. */
package io.zhengxun.bot.institution;
