package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.submission.returns.ReturnMoves.Period;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Returns of a release that kept none, which came with the tables, get their clock: D10 from the return, D5, D6 or D7 from
 * the receipt of its notice (T4). Once all have one a start finds nothing to do; of several instances that start at once
 * one starts each clock.
 */
@Component
class EarlierReturns {

    private static final Logger log = LoggerFactory.getLogger(EarlierReturns.class);

    private final ReturnMapper mapper;
    private final Clocks clocks;
    private final OnceOnly inTransaction;

    EarlierReturns(ReturnMapper mapper, Clocks clocks, OnceOnly inTransaction) {
        this.mapper = mapper;
        this.clocks = clocks;
        this.inTransaction = inTransaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void startClocks() {
        List<Long> ids = mapper.withoutClock();
        ids.forEach(id -> inTransaction.run(null, Boolean.class, () -> startClock(id)));
        if (!ids.isEmpty()) {
            log.info("{} returns of an earlier release got their deadline.", ids.size());
        }
    }

    /** @return false if another instance was faster, or the correction came meanwhile */
    private boolean startClock(long id) {
        Return found = mapper.lockedById(id);
        if (found.dueOn() != null || !found.isOpen()) {
            return false;
        }
        boolean notified = found.state() == ReturnState.NOTIFIED;
        Period period = notified ? Period.CORRECTION : Period.PASSING_ON;
        Instant begin = notified ? found.notifiedAt() : found.recordedAt();
        DeadlineRule rule = period.rule(found.returnedBy());
        Deadline clock = clocks.running(rule, found.subject())
                .orElseGet(() -> clocks.start(rule, found.subject(), LegalTime.dayOf(begin)));
        return mapper.setDueOn(id, clock.dueOn()) == 1;
    }
}
