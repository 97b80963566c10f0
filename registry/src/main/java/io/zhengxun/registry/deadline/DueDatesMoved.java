package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * The calendar changed, and with it open deadlines (T2). Published within the transaction that moved them: who keeps a
 * copy of a due date changes it there.
 */
public record DueDatesMoved(List<Moved> moved) {

    /** @param dueOn the new last day */
    public record Moved(DeadlineSubject subject, DeadlineRule rule, LocalDate dueOn) {}

    public DueDatesMoved {
        moved = List.copyOf(moved);
    }
}
