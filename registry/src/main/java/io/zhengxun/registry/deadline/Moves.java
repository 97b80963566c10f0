package io.zhengxun.registry.deadline;

import java.util.List;

/**
 * What a change of the calendar does to the open deadlines.
 *
 * @param moved how many are due on another day
 * @param settled how many keep their day and are no longer provisional
 * @param unsettled how many keep their day and become provisional
 * @param first the first ones that change, in the order of their old due dates
 */
public record Moves(int moved, int settled, int unsettled, List<DueDateMove> first) {

    /** More are not listed one by one. */
    public static final int LISTED = 200;

    static Moves of(List<DueDateMove> all) {
        int moved = (int) all.stream().filter(DueDateMove::isMoved).count();
        int settled = (int) all.stream()
                .filter(move -> !move.isMoved() && !move.provisional())
                .count();
        return new Moves(
                moved, settled, all.size() - moved - settled, List.copyOf(all.subList(0, Math.min(LISTED, all.size()))));
    }
}
