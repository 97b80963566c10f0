package io.zhengxun.bot.page;

import io.zhengxun.wechat.OpenId;

/**
 * Who looks, as WeChat said.
 *
 * @param askedFor the page for which WeChat was asked
 */
record Visit(OpenId viewer, Place askedFor) {}
