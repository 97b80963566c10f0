package io.zhengxun.wechat;

import java.time.Duration;

/**
 * An access token.
 *
 * @param fresh how long it need not be renewed from now on
 * @param grace how long it works after that
 */
record Token(String value, Duration fresh, Duration grace) {

    /** Within its last 5 minutes a stable token is answered with its successor, and both work (5.1): we ask amid them. */
    private static final Duration AHEAD = Duration.ofSeconds(200);

    /** What an answer may be under way. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    static Token of(String value, Duration expiresIn) {
        Duration half = expiresIn.dividedBy(2);
        Duration ahead = AHEAD.compareTo(half) < 0 ? AHEAD : half;
        Duration grace = ahead.minus(SLACK);
        return new Token(value, expiresIn.minus(ahead), grace.isNegative() ? Duration.ZERO : grace);
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
