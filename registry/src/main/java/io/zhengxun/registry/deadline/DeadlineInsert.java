package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;

/** A new row; the database gives it its id. */
class DeadlineInsert {

    long id;
    final DeadlineRule rule;
    final int length;
    final DeadlineSubject subject;
    final Debtor debtor;
    final LocalDate startOn;
    final LocalDate dueOn;
    final Instant dueAt;
    final boolean provisional;
    final Instant startedAt;

    DeadlineInsert(Period period, DeadlineSubject subject, PeriodEnd end, Instant startedAt) {
        this.rule = period.rule();
        this.length = period.length();
        this.subject = subject;
        this.debtor = rule.debtor().inCaseOf(subject.regionCode());
        this.startOn = period.start();
        this.dueOn = end.dueOn();
        this.dueAt = end.dueAt();
        this.provisional = end.provisional();
        this.startedAt = startedAt;
    }

    Deadline stored() {
        return new Deadline(
                id, rule, length, subject, debtor, startOn, dueOn, dueAt, provisional,
                Deadline.State.OPEN, startedAt, null, "");
    }
}
