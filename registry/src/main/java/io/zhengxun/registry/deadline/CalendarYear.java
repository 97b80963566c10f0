package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a year (T2).
 *
 * @param importedBy username; null unless imported
 * @param importedAt null unless imported
 * @param fileDigest SHA-256 of the imported file, as hex; null unless imported
 * @param days the days that are not what the week says, and those that staff have set, in their order
 */
public record CalendarYear(
        int year, Source source, String importedBy, Instant importedAt, String fileDigest, List<Day> days) {

    /** Where the year's arrangement comes from. */
    public enum Source {
        /** There is none: plain weekends, provisional. */
        NONE,
        /** The calendar library has it. */
        LIBRARY,
        IMPORTED
    }

    /**
     * @param setBy username of who set the day; null if it is of the arrangement
     * @param setAt null if it is of the arrangement
     */
    public record Day(SpecialDay day, String setBy, Instant setAt) {}
}
