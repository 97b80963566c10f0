package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The batches that a person has taken up and not finished (W3). Who has one next is on its own trail (W4). */
@Component
public class OpenWork {

    private final SubmissionMapper mapper;
    private final AuditTrail trail;

    OpenWork(SubmissionMapper mapper, AuditTrail trail) {
        this.mapper = mapper;
        this.trail = trail;
    }

    /** What one person has at a desk passes to another; returns how many batches. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int handOver(String predecessor, String successor, Desk desk, Staff by) {
        List<Submission> work = mapper.heldWork(predecessor, desk);
        if (!work.isEmpty()) {
            mapper.setHandler(work.stream().map(Submission::id).toList(), successor);
            trail.append(work.stream().map(batch -> handedOver(batch, successor, by)).toList());
        }
        return work.size();
    }

    private static Deed handedOver(Submission batch, String successor, Staff by) {
        return new Deed(by.actor(), "SUBMISSION_HANDED_OVER", new Subject(Subject.Kind.SUBMISSION, batch.number()),
                Map.of("handler", batch.handler()), Map.of("handler", successor));
    }
}
