package io.zhengxun.bot.receipt;

import io.zhengxun.registry.notice.Channel;

/** Which of our accounts WeChat speaks of. */
public enum Source {
    OFFICIAL_ACCOUNT(Channel.SUBSCRIPTION),
    MINI_PROGRAM(Channel.MINI);

    private final Channel consented;

    Source(Channel consented) {
        this.consented = consented;
    }

    /** The channel to whose messages its users agree one by one. */
    Channel consented() {
        return consented;
    }
}
