package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.registry.deadline.LegalTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Issues and checks one account's access tokens; the two kinds know nothing of each other (wechat-platform.md 5.1). */
class AccessTokens {

    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final int FORCED_A_DAY = 20;

    private final Clock clock;
    private final TokenLine plain = new TokenLine();
    private final TokenLine stable = new TokenLine();
    private Instant lastForced = Instant.MIN;
    private LocalDate forcedDay = LocalDate.MIN;
    private int forcedToday;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /** A new token with each call. */
    IssuedToken plain() {
        return plain.issue(clock.instant());
    }

    /** The same token with each call, a new one in its last 5 minutes or when it is forced. */
    synchronized IssuedToken stable(boolean force) {
        Instant now = clock.instant();
        Optional<IssuedToken> current = stable.current()
                .filter(token -> token.remaining(now).compareTo(TokenLine.OVERLAP) > 0);
        if (current.isPresent() && !(force && mayForce(now))) {
            return current.get();
        }
        return stable.issue(now);
    }

    /** Sooner than 30 s after the last time nothing is refreshed; more often than 20 times a day is refused. */
    private boolean mayForce(Instant now) {
        if (!lastForced.equals(Instant.MIN) && now.isBefore(lastForced.plus(BETWEEN_FORCED))) {
            return false;
        }
        LocalDate today = LegalTime.dayOf(now);
        forcedToday = today.equals(forcedDay) ? forcedToday : 0;
        if (forcedToday >= FORCED_A_DAY) {
            throw new PlatformError(PlatformError.DAILY_QUOTA);
        }
        forcedDay = today;
        forcedToday++;
        lastForced = now;
        return true;
    }

    /**
     * Whether it is one of this account's.
     *
     * @throws PlatformError if it is, and works no longer
     */
    boolean accepts(String value) {
        Optional<IssuedToken> token = stable.find(value).or(() -> plain.find(value));
        if (token.isPresent() && token.get().expired(clock.instant())) {
            throw new PlatformError(PlatformError.TOKEN_EXPIRED);
        }
        return token.isPresent();
    }

    Duration remaining(IssuedToken token) {
        return token.remaining(clock.instant());
    }

    /** From now on every token issued so far is expired. */
    void expireAll() {
        Instant now = clock.instant();
        plain.expireAll(now);
        stable.expireAll(now);
    }

    void forgetAll() {
        plain.forgetAll();
        stable.forgetAll();
    }
}
