package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One counting of a period by T1 and T2: where it ends, and which days were looked at on the way. */
final class Count {

    private final WorkingDays workingDays;
    private final List<SpecialDay> holidays = new ArrayList<>();
    private final List<SpecialDay> makeUpDays = new ArrayList<>();
    private final SortedSet<Integer> unarrangedYears = new TreeSet<>();
    private int weekendDays;
    private LocalDate nominalEnd;
    private LocalDate end;

    private Count(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    static Count of(Period period, WorkingDays workingDays) {
        Count count = new Count(workingDays);
        LocalDate start = period.start();
        switch (period.rule().unit()) {
            case WORKING_DAYS -> count.countWorkingDays(start, period.length());
            case CALENDAR_DAYS -> count.endAt(start.plusDays(period.length()));
            // plusMonths ends on the corresponding day, or the month's last (Civil Code 202).
            case MONTHS -> count.endAt(start.plusMonths(period.length()));
            case HOURS -> throw new IllegalArgumentException(period.rule() + " is counted from an instant, not a day.");
        }
        return count;
    }

    /** The day of the event does not count (Civil Code 201). */
    private void countWorkingDays(LocalDate start, int length) {
        LocalDate day = start;
        for (int counted = 0; counted < length; ) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                counted++;
            }
        }
        nominalEnd = day;
        end = day;
    }

    /** A period whose last day is not worked ends on the next day that is (Civil Code 203). */
    private void endAt(LocalDate lastDay) {
        nominalEnd = lastDay;
        end = lastDay;
        while (!isWorked(end)) {
            end = end.plusDays(1);
        }
    }

    private boolean isWorked(LocalDate day) {
        if (!workingDays.isArranged(day.getYear())) {
            unarrangedYears.add(day.getYear());
        }
        boolean worked = workingDays.isWorkingDay(day);
        workingDays
                .specialDay(day)
                .ifPresentOrElse(
                        special -> (special.working() ? makeUpDays : holidays).add(special),
                        () -> weekendDays += worked ? 0 : 1);
        return worked;
    }

    /** The last day before it was moved off a holiday or weekend. */
    LocalDate nominalEnd() {
        return nominalEnd;
    }

    LocalDate end() {
        return end;
    }

    /** Weekend days skipped that belong to no holiday. */
    int weekendDays() {
        return weekendDays;
    }

    List<SpecialDay> holidays() {
        return holidays;
    }

    /** Weekend days that were worked, and therefore counted. */
    List<SpecialDay> makeUpDays() {
        return makeUpDays;
    }

    /** Years looked at whose arrangement is unknown: the result is provisional if there are any. */
    SortedSet<Integer> unarrangedYears() {
        return unarrangedYears;
    }
}
