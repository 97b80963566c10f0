package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    /** Empty if no day changes. */
    static Optional<DueDatesMoved> of(List<DueDateMove> moves) {
        List<Moved> moved = moves.stream()
                .filter(DueDateMove::isMoved)
                .map(move -> new Moved(move.deadline().subject(), move.deadline().rule(), move.dueOn()))
                .toList();
        return moved.isEmpty() ? Optional.empty() : Optional.of(new DueDatesMoved(moved));
    }
}
