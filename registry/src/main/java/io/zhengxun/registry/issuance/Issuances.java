package io.zhengxun.registry.issuance;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.DueDatesMoved;
import io.zhengxun.registry.refusal.Absent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What must be reported, and how much of it was (T3). */
@Component
public class Issuances {

    private final IssuanceMapper mapper;
    private final Clocks clocks;

    Issuances(IssuanceMapper mapper, Clocks clocks) {
        this.mapper = mapper;
        this.clocks = clocks;
    }

    public Optional<Issuance> find(long id) {
        return Optional.ofNullable(mapper.byId(id));
    }

    public Map<Long, Issuance> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.byIds(ids).stream().collect(Collectors.toMap(Issuance::id, Function.identity()));
    }

    /** @throws Absent if there is none, or it lies outside of the scope */
    public Issuance visible(String number, Scope scope) {
        return Optional.ofNullable(mapper.byNumber(number))
                .filter(issuance -> issuance.isIn(scope))
                .orElseThrow(Absent::new);
    }

    /** Newest first, paged by key. */
    public List<Issuance> newestFirst(IssuanceSearch search) {
        return mapper.newestFirst(search);
    }

    /** The open ones by the due date of D1, paged by key. */
    public List<Issuance> openByDue(IssuanceSearch search) {
        return mapper.openByDue(search);
    }

    /**
     * Rows of a batch that is being submitted answer an issuance. When all of it is reported, D1 and D8 are met.
     *
     * @param batch number of the batch: the clocks' evidence
     * @return the issuance as it is now
     * @throws IssuanceNotOpen if it was cancelled, or all of it was reported
     * @throws MoreThanIssued if fewer rows are still to be reported
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issuance reported(long issuanceId, int rows, String batch, Instant at) {
        if (mapper.report(issuanceId, rows) == 0) {
            Issuance now = mapper.lockedById(issuanceId);
            throw now.state() == Issuance.State.OPEN ? new MoreThanIssued(now, rows) : new IssuanceNotOpen(now);
        }
        Issuance now = mapper.byId(issuanceId);
        if (now.state() == Issuance.State.REPORTED) {
            clocks.meet(DeadlineRule.D1, now.deadlineSubject(), at, batch);
            clocks.meet(DeadlineRule.D8, now.deadlineSubject(), at, batch);
        }
        return now;
    }

    /** Lists are sorted by a copy of the due date: it follows when the calendar changes (T2). */
    @EventListener
    void follow(DueDatesMoved event) {
        for (DueDatesMoved.Moved moved : event.moved()) {
            if (moved.subject().kind() == DeadlineSubject.Kind.ISSUANCE) {
                if (moved.rule() == DeadlineRule.D1) {
                    mapper.setReportDue(moved.subject().id(), moved.dueOn());
                } else {
                    mapper.setCloses(moved.subject().id(), moved.dueOn());
                }
            }
        }
    }
}
