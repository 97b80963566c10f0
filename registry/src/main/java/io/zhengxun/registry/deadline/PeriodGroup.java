package io.zhengxun.registry.deadline;

import java.time.LocalDate;

/** Open deadlines that were counted alike and will be again: how many there are. */
record PeriodGroup(
        DeadlineRule rule, int length, LocalDate startOn, LocalDate dueOn, boolean provisional, int count) {

    Period period() {
        return new Period(rule, length, startOn);
    }

    PeriodEnd end() {
        return new PeriodEnd(dueOn, provisional);
    }
}
