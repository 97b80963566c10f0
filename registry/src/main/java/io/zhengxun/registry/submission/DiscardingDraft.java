package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.Certificates;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An institution throws a draft away: its rows are gone, their numbers free, and the file may come again (R1). */
@Component
public class DiscardingDraft {

    private final Workflow workflow;
    private final Submissions submissions;
    private final Certificates certificates;

    DiscardingDraft(Workflow workflow, Submissions submissions, Certificates certificates) {
        this.workflow = workflow;
        this.submissions = submissions;
        this.certificates = certificates;
    }

    /**
     * Discards a draft.
     *
     * @return the batch as it is now: without rows
     */
    @Transactional
    public Submission discard(Ordered ordered, Staff by) {
        Submission draft = workflow.seen(ordered, by);
        return workflow.move(draft, Act.DISCARD, by, discarded -> {
            certificates.deleteDraft(discarded.id());
            submissions.takeRows(discarded.id(), discarded.carriedRows());
            submissions.forgetFile(discarded.id());
            return Map.of("rows", String.valueOf(discarded.rowCount()));
        });
    }
}
