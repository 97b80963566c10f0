package io.zhengxun.registry.deadline;

import java.time.LocalDate;

/**
 * What a change of the calendar does to one open deadline.
 *
 * @param deadline as it was before
 * @param dueOn the new last day; the old one if only the flag changes
 * @param provisional the new flag
 */
public record DueDateMove(Deadline deadline, LocalDate dueOn, boolean provisional) {

    /** Whether it is due on another day, and not only settled or unsettled. */
    public boolean isMoved() {
        return !dueOn.equals(deadline.dueOn());
    }

    PeriodEnd end() {
        return new PeriodEnd(dueOn, provisional);
    }
}
