package io.zhengxun.registry.deadline.alert;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.Debtor;
import java.time.LocalDate;

/** An alert with its deadline as it is read. */
record AlertRow(
        long runId,
        String owner,
        Audience audience,
        LocalDate alertedDueOn,
        long deadlineId,
        DeadlineRule rule,
        DeadlineSubject.Kind subjectKind,
        long subjectId,
        long institutionId,
        String regionCode,
        Debtor debtor,
        LocalDate dueOn,
        boolean open,
        boolean toldAgain) {

    Alert alert() {
        return new Alert(
                runId, Owner.of(owner), audience, deadlineId, rule,
                new DeadlineSubject(subjectKind, subjectId, institutionId, regionCode), debtor, alertedDueOn, dueOn, open,
                toldAgain);
    }
}
