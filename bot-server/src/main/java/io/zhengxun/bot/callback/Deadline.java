package io.zhengxun.bot.callback;

import java.time.Duration;

/** A point in elapsed time, untouched by corrections of the clock. */
record Deadline(long atNanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Never negative. */
    long leftNanos() {
        return Math.max(0, atNanos - System.nanoTime());
    }

    boolean passed() {
        return leftNanos() == 0;
    }
}
