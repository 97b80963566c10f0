package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts open deadlines anew by another calendar (T2). Doing it twice changes nothing the second time. */
@Component
class Recount {

    private static final int PAGE = 2000;

    private final DeadlineMapper mapper;

    Recount(DeadlineMapper mapper) {
        this.mapper = mapper;
    }

    private interface Pages {
        List<DeadlineRow> after(DeadlineKey key, int limit);
    }

    /** What would change, without changing it. */
    List<DueDateMove> preview(ChangedDays changed, WorkingDays after) {
        return changed.isEmpty()
                ? List.of()
                : moves(changed, after, (key, limit) -> mapper.counted(key, changed.last(), limit));
    }

    /** Changes it within the caller's transaction, which has the calendar alone. */
    List<DueDateMove> apply(ChangedDays changed, WorkingDays after) {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<DueDateMove> moves = moves(changed, after, (key, limit) -> mapper.heldCounted(key, changed.last(), limit));
        Map<PeriodEnd, List<Long>> byEnd = new LinkedHashMap<>();
        moves.forEach(move ->
                byEnd.computeIfAbsent(move.end(), end -> new ArrayList<>()).add(move.deadline().id()));
        byEnd.forEach((end, ids) -> {
            for (int from = 0; from < ids.size(); from += PAGE) {
                mapper.move(end, ids.subList(from, Math.min(from + PAGE, ids.size())));
            }
        });
        return moves;
    }

    /** Equal periods are counted once: there are few, however many deadlines there are. */
    private static List<DueDateMove> moves(ChangedDays changed, WorkingDays after, Pages pages) {
        Map<Period, PeriodEnd> ends = new HashMap<>();
        List<DueDateMove> moves = new ArrayList<>();
        // A deadline that was due before the first changed day was counted without it.
        DeadlineKey key = new DeadlineKey(changed.first(), 0);
        List<DeadlineRow> page;
        do {
            page = pages.after(key, PAGE);
            for (DeadlineRow row : page) {
                Deadline deadline = row.deadline();
                PeriodEnd end = ends.computeIfAbsent(deadline.period(), period -> PeriodEnd.of(period, after));
                if (!end.equals(new PeriodEnd(deadline.dueOn(), deadline.provisional()))) {
                    moves.add(new DueDateMove(deadline, end.dueOn(), end.provisional()));
                }
                key = deadline.key();
            }
        } while (page.size() == PAGE);
        return moves;
    }
}
