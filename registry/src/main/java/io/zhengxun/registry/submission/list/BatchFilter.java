package io.zhengxun.registry.submission.list;

import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import java.time.LocalDate;
import java.util.List;

/**
 * Which batches are asked for; null where it does not matter.
 *
 * @param institutions few: each is looked through by itself
 * @param city region code
 * @param lateOnly with rows that came later than D1 (T6)
 * @param created the legal days on which they were recorded
 * @param issued the days of issue of what they report (T3); not together with {@code created}
 * @param numberPrefix at least up to the day, e.g. {@code PC261123}
 */
public record BatchFilter(
        Stage stage,
        Submission.Kind kind,
        boolean lateOnly,
        List<Long> institutions,
        String city,
        Days created,
        Days issued,
        String numberPrefix,
        Long issuanceId) {

    /** Prefixes are as long as this at least: a day is what is looked through at most. */
    public static final int SHORTEST_PREFIX = "PC261123".length();

    /** From day to day, both included; null for an open end. */
    public record Days(LocalDate from, LocalDate to) {}

    public BatchFilter {
        institutions = institutions == null ? null : List.copyOf(institutions);
        if (numberPrefix != null && numberPrefix.length() < SHORTEST_PREFIX) {
            throw new IllegalArgumentException("A prefix names a day at least.");
        }
        if (created != null && issued != null) {
            throw new IllegalArgumentException("Batches are sorted by one kind of day.");
        }
    }

    /** Everything. */
    public static BatchFilter none() {
        return new BatchFilter(null, null, false, null, null, null, null, null, null);
    }
}
