package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;

/** Where a period ends by a calendar. */
record PeriodEnd(LocalDate dueOn, boolean provisional) {

    static PeriodEnd of(Period period, WorkingDays workingDays) {
        Count count = Count.of(period, workingDays);
        return new PeriodEnd(count.end(), !count.unarrangedYears().isEmpty());
    }

    public Instant dueAt() {
        return LegalTime.endOf(dueOn);
    }
}
