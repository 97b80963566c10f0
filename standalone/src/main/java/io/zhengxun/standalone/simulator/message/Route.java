package io.zhengxun.standalone.simulator.message;

/** The ways in which an account reaches its users (wechat-platform.md 4, 6.1). */
public enum Route {
    /** Template message of the official account. */
    TEMPLATE("/cgi-bin/message/template/send"),
    /** Subscription notice of the official account. */
    SUBSCRIPTION("/cgi-bin/message/subscribe/bizsend"),
    /** Subscribe message of the mini-program. */
    MINI("/cgi-bin/message/subscribe/send"),
    /** Customer-service message, for a while after the user did something. */
    CUSTOM("/cgi-bin/message/custom/send");

    private final String path;

    Route(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Whether a user has to have agreed to each message (43101). */
    boolean needsConsent() {
        return this == SUBSCRIPTION || this == MINI;
    }
}
