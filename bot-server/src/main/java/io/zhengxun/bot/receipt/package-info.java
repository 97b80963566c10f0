/** What WeChat reports: how messages fared, what people agreed to, who takes back what we may know of them. */
package io.zhengxun.bot.receipt;
