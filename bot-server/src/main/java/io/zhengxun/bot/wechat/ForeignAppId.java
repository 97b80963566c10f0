package io.zhengxun.bot.wechat;

/** A message was encrypted for another account than ours. */
public class ForeignAppId extends RuntimeException {

    ForeignAppId() {
        super("foreign app id", null, false, false);
    }
}
