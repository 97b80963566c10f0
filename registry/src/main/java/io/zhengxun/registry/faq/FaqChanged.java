package io.zhengxun.registry.faq;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Refusal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Somebody else changed the answer after the person opened it; the text says who and when. */
public class FaqChanged extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(LegalTime.ZONE);

    FaqChanged(String intentCode, String by, Instant at) {
        super(Kind.CONFLICT, "faq-changed", "", intentCode, by == null ? "" : by, at == null ? "" : MINUTE.format(at));
    }
}
