package io.zhengxun.bot.wechat;

/** What arrived is not a message in WeChat's form. The text says what is wrong, never what was in it. */
public class BadMessage extends RuntimeException {

    public BadMessage(String flaw) {
        super(flaw);
    }
}
