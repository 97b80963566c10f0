package io.zhengxun.bot.limit;

import java.time.Duration;

/**
 * Whether a query may be made now (Q5).
 *
 * @param reason why not; {@link Reason#NONE} when allowed
 * @param retryAfter how long to wait before asking again, zero when allowed
 */
public record Permit(Reason reason, Duration retryAfter) {

    /** What stands in the way of a query. */
    public enum Reason {
        NONE,
        /** This user asked too often. */
        USER_BUSY,
        /** This identity was asked for too often, by whomever. */
        IDENTITY_BUSY,
        /** This user guessed wrong too often. */
        USER_LOCKED,
        /** This identity was guessed at too often, by whomever. */
        IDENTITY_LOCKED
    }

    static final Permit ALLOWED = new Permit(Reason.NONE, Duration.ZERO);

    public boolean allowed() {
        return reason == Reason.NONE;
    }
}
