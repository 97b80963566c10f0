package io.zhengxun.registry.deadline.alert;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.Debtor;
import java.time.LocalDate;

/**
 * That somebody is to be told of a deadline, and how the deadline is now.
 *
 * @param runId the run that tells it
 * @param alertedDueOn the last day as it was when the alert was given
 * @param dueOn the last day as it is now
 * @param open whether it is still owed
 * @param toldAgain whether a later run tells the same people of the same deadline
 */
public record Alert(
        long runId,
        Owner owner,
        Audience audience,
        long deadlineId,
        DeadlineRule rule,
        DeadlineSubject subject,
        Debtor debtor,
        LocalDate alertedDueOn,
        LocalDate dueOn,
        boolean open,
        boolean toldAgain) {

    /** Whether it is still true (T5): what was done meanwhile, or is due on another day now, is not told. */
    public boolean stands() {
        return open && dueOn.equals(alertedDueOn);
    }
}
