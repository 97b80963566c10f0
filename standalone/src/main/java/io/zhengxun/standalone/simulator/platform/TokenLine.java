package io.zhengxun.standalone.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.lang3.RandomStringUtils;

/**
 * The tokens of one kind, one after the other: the newest, and the one before it, which works 5 minutes longer
 * (wechat-platform.md 5.1). A third one kills the oldest at once.
 */
final class TokenLine {

    static final Duration LIFETIME = Duration.ofSeconds(7200);
    static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final int LENGTH = 136;

    private IssuedToken current;
    private IssuedToken previous;

    /** The newest token. */
    synchronized Optional<IssuedToken> current() {
        return Optional.ofNullable(current);
    }

    synchronized IssuedToken issue(Instant now) {
        previous = current == null ? null : current.endingBy(now.plus(OVERLAP));
        current = new IssuedToken(RandomStringUtils.secure().nextAlphanumeric(LENGTH), now.plus(LIFETIME));
        return current;
    }

    /** The token of this value, be it expired or not, unless a later one replaced it. */
    synchronized Optional<IssuedToken> find(String value) {
        if (current != null && current.value().equals(value)) {
            return Optional.of(current);
        }
        return Optional.ofNullable(previous).filter(token -> token.value().equals(value));
    }

    synchronized void expireAll(Instant now) {
        current = current == null ? null : current.endingBy(now);
        previous = previous == null ? null : previous.endingBy(now);
    }

    synchronized void forgetAll() {
        current = null;
        previous = null;
    }
}
