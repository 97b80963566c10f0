package io.zhengxun.bot.callback;

import org.springframework.http.HttpStatus;

/** A request that may not enter. The reason says what is wrong with it, never what is in it. */
class RefusedPush extends RuntimeException {

    private final HttpStatus status;

    RefusedPush(HttpStatus status, String reason) {
        // No stack trace: it would cost more than all the rest of a refusal.
        super(reason, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
