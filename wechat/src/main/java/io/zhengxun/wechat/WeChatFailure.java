package io.zhengxun.wechat;

/** A call of WeChat's API failed. Says why, and nothing that was sent; without a stack trace, since it may come often. */
public class WeChatFailure extends RuntimeException {

    private final ApiError error;

    public WeChatFailure(ApiError error) {
        super("WeChat's API failed: " + error.kind() + " (" + error.code() + ")", null, false, false);
        this.error = error;
    }

    public ApiError error() {
        return error;
    }
}
