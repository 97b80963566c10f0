/** What WeChat's platform prescribes: the account, signatures, the message cipher, messages in and replies out, its API. */
package io.zhengxun.bot.wechat;
