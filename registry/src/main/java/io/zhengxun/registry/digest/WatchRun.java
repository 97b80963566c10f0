package io.zhengxun.registry.digest;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One run, as its holder knows it.
 *
 * @param id day and number, e.g. {@code 2026112301}: later ones are greater
 * @param leasedUntil until when nobody else takes it over
 * @param calendarVersion by which calendar all open deadlines are looked at; null until they are
 * @param position key of the last owner whose notices are written; empty before the first
 */
record WatchRun(
        WatchKind kind,
        long id,
        LocalDate day,
        State state,
        byte[] holder,
        Instant leasedUntil,
        Long calendarVersion,
        String position,
        Instant startedAt) {

    enum State {
        RUNNING,
        ENDED,
        /** What it had not told is told by the next one. */
        JOINED
    }

    private static final int MOST_OF_A_DAY = 100;

    static long firstOf(LocalDate day) {
        return (day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth()) * MOST_OF_A_DAY + 1;
    }

    int number() {
        return (int) (id % MOST_OF_A_DAY);
    }
}
