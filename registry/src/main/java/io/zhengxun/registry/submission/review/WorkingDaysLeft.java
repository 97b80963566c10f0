package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.deadline.WorkingDays;
import java.time.LocalDate;

/** How many working days are left until a day, or have passed since (T2). */
final class WorkingDaysLeft {

    private final WorkingDays calendar;
    private final LocalDate today;

    WorkingDaysLeft(WorkingDays calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
    }

    /** Working days after today up to the due date; 0 on the day itself, negative after it. */
    int until(LocalDate dueOn) {
        return dueOn.isBefore(today) ? -count(dueOn, today) : count(today, dueOn);
    }

    private int count(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to).map(day -> day.plusDays(1)).filter(calendar::isWorkingDay).count();
    }
}
