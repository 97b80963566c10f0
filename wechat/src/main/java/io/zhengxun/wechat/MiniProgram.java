package io.zhengxun.wechat;

import java.util.Optional;

/** The mini-program, which an installation may do without. */
public class MiniProgram {

    private final Optional<WeChatApi> api;

    MiniProgram(Optional<WeChatApi> api) {
        this.api = api;
    }

    /** Its API with a token of its own; empty if no mini-program is configured. */
    public Optional<WeChatApi> api() {
        return api;
    }
}
