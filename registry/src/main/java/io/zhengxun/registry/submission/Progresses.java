package io.zhengxun.registry.submission;

import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.LegalTime;
import org.springframework.stereotype.Component;

/** How far batches have come, and by when the next step is due (Q4, D2–D4). */
@Component
public class Progresses {

    private final Deadlines deadlines;

    Progresses(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    public Progress of(Submission submission) {
        Stage stage = submission.stage();
        return new Progress(
                stage,
                submission.desk(),
                LegalTime.dayOf(submission.stageSince()),
                stage.deadline(submission.tier())
                        .map(rule -> deadlines.due(rule, LegalTime.dayOf(submission.deskReceivedAt()))));
    }
}
