package io.zhengxun.bot.page;

import io.zhengxun.wechat.OpenId;

/**
 * Who looks, as WeChat said.
 *
 * @param askedFor the notice for which WeChat was asked
 */
record Visit(OpenId viewer, long askedFor) {}
