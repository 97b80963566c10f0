package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;

/** A row as it is read. */
record DeadlineRow(
        long id,
        DeadlineRule rule,
        int length,
        DeadlineSubject.Kind subjectKind,
        long subjectId,
        long institutionId,
        String regionCode,
        Debtor debtor,
        LocalDate startOn,
        LocalDate dueOn,
        Instant dueAt,
        boolean provisional,
        Deadline.State state,
        Instant startedAt,
        Instant endedAt,
        String evidence) {

    Deadline deadline() {
        return new Deadline(
                id, rule, length, new DeadlineSubject(subjectKind, subjectId, institutionId, regionCode), debtor,
                startOn, dueOn, dueAt, provisional, state, startedAt, endedAt, evidence);
    }
}
