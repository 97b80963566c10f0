package io.zhengxun.notifier.dispatch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting times that double with each try, at random up to there, so that what failed together does not come back together. */
record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** @param failures so many tries have failed; at least 1 */
    Duration after(int failures) {
        long most = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(Math.max(1, most)) + 1);
    }
}
