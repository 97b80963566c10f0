package io.zhengxun.bot.limit;

import io.zhengxun.bot.limit.LimitSettings.Mismatches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Mismatches and lock of one user or identity in this instance's memory; the same rule as in {@link SharedLocks}. */
final class LocalLock {

    private record Miss(List<String> counterparts, Instant at) {}

    private final Mismatches settings;
    private final List<Miss> misses = new ArrayList<>();
    private Instant until = Instant.MIN;
    private int locksBefore;

    LocalLock(Mismatches settings) {
        this.settings = settings;
    }

    synchronized Duration left(Instant now) {
        return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }

    synchronized void missed(List<String> counterparts, Instant now) {
        misses.removeIf(miss -> !miss.at().isAfter(now.minus(settings.within())));
        misses.add(new Miss(counterparts, now));
        if (misses.size() < settings.threshold()) {
            return;
        }
        misses.clear();
        if (locksBefore > 0 && now.isAfter(until.plus(settings.forgottenAfter()))) {
            locksBefore = 0;
        }
        until = now.plus(settings.lock(locksBefore));
        locksBefore++;
    }

    synchronized void forgive(List<String> counterparts) {
        misses.removeIf(miss -> !Collections.disjoint(miss.counterparts(), counterparts));
    }
}
