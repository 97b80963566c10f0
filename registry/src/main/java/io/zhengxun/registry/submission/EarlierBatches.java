package io.zhengxun.registry.submission;

import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.request.OnceOnly;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Batches that came to a desk before deadlines were rows get the clock of their stage, from the day on which the desk
 * received them (D2, D3, D4): without it no act could end it. Once all have one a start finds nothing to do; of several
 * instances that start at once one starts each clock.
 */
@Component
class EarlierBatches {

    private static final Logger log = LoggerFactory.getLogger(EarlierBatches.class);

    private final SubmissionMapper mapper;
    private final Clocks clocks;
    private final OnceOnly inTransaction;

    EarlierBatches(SubmissionMapper mapper, Clocks clocks, OnceOnly inTransaction) {
        this.mapper = mapper;
        this.clocks = clocks;
        this.inTransaction = inTransaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void startClocks() {
        List<Long> ids = mapper.withoutClock();
        ids.forEach(id -> inTransaction.run(null, Boolean.class, () -> startClock(id)));
        if (!ids.isEmpty()) {
            log.info("{} batches of an earlier release got the deadline of their stage.", ids.size());
        }
    }

    /** @return false if another instance was faster, or somebody moved the batch meanwhile */
    private boolean startClock(long id) {
        Submission batch = mapper.lockedById(id);
        if (batch.dueOn() != null) {
            return false;
        }
        return batch.stage().deadline(batch.tier())
                .map(rule -> clock(rule, batch))
                .map(clock -> mapper.setDueOn(id, clock.dueOn()) == 1)
                .orElse(false);
    }

    /** The one that runs, if it does after all: a start must not fail for it. */
    private Deadline clock(DeadlineRule rule, Submission batch) {
        DeadlineSubject subject = Workflow.subject(batch);
        return clocks.running(rule, subject)
                .orElseGet(() -> clocks.start(rule, subject, LegalTime.dayOf(batch.deskReceivedAt())));
    }
}
