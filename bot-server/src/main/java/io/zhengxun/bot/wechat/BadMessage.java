package io.zhengxun.bot.wechat;

/** What arrived is not a message in WeChat's form. The text says what is wrong, never what was in it. */
public class BadMessage extends RuntimeException {

    public BadMessage(String flaw) {
        // No stack trace: it would cost more than all the rest of a refusal.
        super(flaw, null, false, false);
    }
}
