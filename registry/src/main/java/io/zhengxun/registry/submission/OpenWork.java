package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.account.WorkEnded;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The batches that a person has taken up and not finished (W3). Who has one next is on its own trail (W4). */
@Component
public class OpenWork {

    private static final List<Desk> CENTRES = List.of(Desk.CITY, Desk.PROVINCE);

    private final SubmissionMapper mapper;
    private final AuditTrail trail;

    OpenWork(SubmissionMapper mapper, AuditTrail trail) {
        this.mapper = mapper;
        this.trail = trail;
    }

    /** What one person has at a desk passes to another; returns how many batches. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int handOver(String predecessor, String successor, Desk desk, Staff by) {
        List<Submission> work = pass(predecessor, successor, desk);
        trail.append(work.stream()
                .map(batch -> deed(by, "SUBMISSION_HANDED_OVER", batch, Map.of("handler", successor)))
                .toList());
        return work.size();
    }

    /** What a person has who can no longer work on it is free again for a colleague to take up. */
    @EventListener
    void free(WorkEnded ended) {
        String username = ended.account().username();
        List<Deed> freed = CENTRES.stream()
                .flatMap(desk -> pass(username, null, desk).stream())
                .map(batch -> deed(ended.by(), "SUBMISSION_FREED", batch, Map.of()))
                .toList();
        trail.append(freed);
    }

    private List<Submission> pass(String predecessor, String successor, Desk desk) {
        List<Submission> work = mapper.heldWork(predecessor, desk);
        if (!work.isEmpty()) {
            mapper.setHandler(work.stream().map(Submission::id).toList(), successor);
        }
        return work;
    }

    private static Deed deed(Staff by, String act, Submission batch, Map<String, String> after) {
        return new Deed(by.actor(), act, new Subject(Subject.Kind.SUBMISSION, batch.number()),
                Map.of("handler", batch.handler()), after);
    }
}
