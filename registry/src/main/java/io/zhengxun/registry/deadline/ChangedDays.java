package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/** From which to which day two calendars differ; both null if they do not. */
record ChangedDays(LocalDate first, LocalDate last) {

    /** @param year the only one in which they can differ */
    static ChangedDays between(WorkingDays before, WorkingDays after, int year) {
        LocalDate newYear = Year.of(year).atDay(1);
        LocalDate next = newYear.plusYears(1);
        if (before.isArranged(year) != after.isArranged(year)) {
            return new ChangedDays(newYear, next.minusDays(1));
        }
        List<LocalDate> days = newYear.datesUntil(next)
                .filter(day -> before.isWorkingDay(day) != after.isWorkingDay(day))
                .toList();
        return days.isEmpty()
                ? new ChangedDays(null, null)
                : new ChangedDays(days.get(0), days.get(days.size() - 1));
    }

    /** All days of the years. */
    static ChangedDays ofYears(int first, int last) {
        return new ChangedDays(
                Year.of(first).atDay(1), Year.of(last + 1).atDay(1).minusDays(1));
    }

    boolean isEmpty() {
        return first == null;
    }
}
