package io.zhengxun.registry.account;

import java.time.Duration;

/** Too many log-ins with this name failed, whether there is such an account or not. */
public class LogInLocked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    LogInLocked(Duration retryAfter) {
        super("Too many failed log-ins with this name.");
        this.retryAfter = retryAfter;
    }

    /** How long it is still locked. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
