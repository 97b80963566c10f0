package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Refusal;
import java.time.format.DateTimeFormatter;

/** The reason is no longer as the person saw it; the text says how it reads now, since when and by whom. */
public class ReasonChanged extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(LegalTime.ZONE);

    ReasonChanged(ReturnReason now) {
        super(Kind.CONFLICT, "return-reason-changed", "", now.code(), now.changedBy(), MINUTE.format(now.changedAt()),
                now.wording());
    }
}
