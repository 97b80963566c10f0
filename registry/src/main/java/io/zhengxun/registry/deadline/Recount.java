package io.zhengxun.registry.deadline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts open deadlines anew by another calendar (T2). Those of one rule, start and length are counted once, however many
 * they are. Doing it twice changes nothing the second time.
 */
@Component
class Recount {

    private static final int PAGE = 1000;

    private final DeadlineMapper mapper;

    Recount(DeadlineMapper mapper) {
        this.mapper = mapper;
    }

    /** A group whose end changes. */
    private record GroupMove(PeriodGroup group, PeriodEnd end) {

        boolean isMoved() {
            return !end.dueOn().equals(group.dueOn());
        }

        DueDateMove of(DeadlineRow row) {
            return new DueDateMove(row.deadline(), end.dueOn(), end.provisional());
        }
    }

    /** What would change, without changing it. */
    Moves preview(ChangedDays changed, WorkingDays after) {
        int moved = 0;
        int settled = 0;
        int unsettled = 0;
        List<DueDateMove> first = new ArrayList<>();
        for (GroupMove move : moves(changed, after)) {
            moved += move.isMoved() ? move.group().count() : 0;
            settled += move.isMoved() || move.end().provisional() ? 0 : move.group().count();
            unsettled += move.isMoved() || !move.end().provisional() ? 0 : move.group().count();
            if (first.size() < Moves.LISTED) {
                mapper.ofGroup(move.group(), 0, Moves.LISTED - first.size()).forEach(row -> first.add(move.of(row)));
            }
        }
        return new Moves(moved, settled, unsettled, List.copyOf(first));
    }

    /** Changes it within the caller's transaction, which has the calendar alone and has read nothing before. */
    List<DueDateMove> apply(ChangedDays changed, WorkingDays after) {
        List<DueDateMove> done = new ArrayList<>();
        moves(changed, after).forEach(move -> apply(move, done));
        return done;
    }

    private void apply(GroupMove move, List<DueDateMove> done) {
        long last = 0;
        List<DeadlineRow> page;
        do {
            // Locked first: one that is met meanwhile is no longer found.
            page = mapper.heldOfGroup(move.group(), last, PAGE);
            if (!page.isEmpty()) {
                mapper.move(move.end(), page.stream().map(DeadlineRow::id).toList());
                page.forEach(row -> done.add(move.of(row)));
                last = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE);
    }

    private List<GroupMove> moves(ChangedDays changed, WorkingDays after) {
        if (changed.isEmpty()) {
            return List.of();
        }
        // A deadline that was due before the first changed day was counted without it.
        return mapper.groups(changed).stream()
                .map(group -> new GroupMove(group, PeriodEnd.of(group.period(), after)))
                .filter(move -> !move.end().equals(move.group().end()))
                .toList();
    }
}
