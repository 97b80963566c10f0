package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.deadline.LegalTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and jumps when a test says so. */
public final class SettableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void set(Instant now) {
        ahead.set(Duration.between(Instant.now(), now));
    }

    public void advance(Duration duration) {
        ahead.updateAndGet(before -> before.plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return LegalTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("there is one zone");
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }
}
