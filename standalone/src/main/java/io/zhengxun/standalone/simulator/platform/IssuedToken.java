package io.zhengxun.standalone.simulator.platform;

import java.time.Duration;
import java.time.Instant;

/** An access token and the moment at which it stops working. */
record IssuedToken(String value, Instant expiresAt) {

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Duration remaining(Instant now) {
        return Duration.between(now, expiresAt);
    }

    IssuedToken endingBy(Instant moment) {
        return moment.isBefore(expiresAt) ? new IssuedToken(value, moment) : this;
    }

    @Override
    public String toString() {
        return "IssuedToken[until " + expiresAt + "]";
    }
}
