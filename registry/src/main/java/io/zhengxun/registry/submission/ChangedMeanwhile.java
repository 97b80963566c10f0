package io.zhengxun.registry.submission;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Refusal;
import java.time.format.DateTimeFormatter;

/** The batch is no longer as the person saw it; the text says what was done with it since, when and by whom. */
public class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(LegalTime.ZONE);

    private final transient Submission now;

    ChangedMeanwhile(Submission now) {
        super(Kind.CONFLICT, "changed-meanwhile", "W4", now.number(), now.changedBy(), MINUTE.format(now.changedAt()),
                StageText.ofLast(now), StageText.of(now.stage()));
        this.now = now;
    }

    /** The batch as it is now. */
    public Submission now() {
        return now;
    }
}
