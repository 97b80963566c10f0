package io.zhengxun.registry.deadline.alert;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.LocalDate;

/** An open deadline that is to be looked at. */
record LookRow(
        long id,
        DeadlineRule rule,
        long institutionId,
        String regionCode,
        Debtor debtor,
        LocalDate dueOn,
        Instant startedAt,
        LocalDate lastAlertOn) {

    /** Who starts a clock is told of it then: the rungs up to that day say nothing new. */
    LocalDate toldOn() {
        LocalDate startedOn = LegalTime.dayOf(startedAt);
        return lastAlertOn == null || lastAlertOn.isBefore(startedOn) ? startedOn : lastAlertOn;
    }
}
