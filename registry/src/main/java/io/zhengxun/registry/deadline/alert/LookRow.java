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

    /**
     * Who starts a clock is told of it then: the rungs up to that day say nothing new. One that is overdue when it is registered,
     * as after an upgrade, nobody was told of in time: the rungs after its last day are news (T7).
     */
    LocalDate toldOn() {
        LocalDate startedOn = LegalTime.dayOf(startedAt);
        if (lastAlertOn == null && dueOn.isBefore(startedOn)) {
            return dueOn;
        }
        return lastAlertOn == null || lastAlertOn.isBefore(startedOn) ? startedOn : lastAlertOn;
    }
}
