/** The pages behind the links of notices: WeChat says who looks, and only the recipient gets to see anything. */
package io.zhengxun.bot.page;
