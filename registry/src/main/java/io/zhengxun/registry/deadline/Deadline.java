package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A clock that runs or ran: what is due by when, and how it ended.
 *
 * @param length of the period, in the rule's units, as it was when the clock started
 * @param debtor who owes it: an institution, a city, the province or the ministry
 * @param startOn legal day of the event that started it (T1)
 * @param dueOn last day
 * @param dueAt the end of that day (T1)
 * @param provisional whether it may move once a year's holidays are arranged (T2)
 * @param endedAt null while it is open
 * @param evidence of its end; empty while it is open
 */
public record Deadline(
        long id,
        DeadlineRule rule,
        int length,
        DeadlineSubject subject,
        Debtor debtor,
        LocalDate startOn,
        LocalDate dueOn,
        Instant dueAt,
        boolean provisional,
        State state,
        Instant startedAt,
        Instant endedAt,
        String evidence) {

    public enum State {
        OPEN,
        /** What was due was done, in time or late. */
        MET,
        /** It is no longer owed. */
        WITHDRAWN
    }

    /** Its place in a list of open ones. */
    public DeadlineKey key() {
        return new DeadlineKey(dueOn, id);
    }

    Period period() {
        return new Period(rule, length, startOn);
    }
}
