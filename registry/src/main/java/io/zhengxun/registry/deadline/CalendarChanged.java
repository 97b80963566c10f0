package io.zhengxun.registry.deadline;

import io.zhengxun.registry.refusal.Refusal;
import java.time.format.DateTimeFormatter;

/** Somebody else changed the calendar after the preview: the deadlines that move may be others now (T2). */
public class CalendarChanged extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(LegalTime.ZONE);

    CalendarChanged(CalendarVersion now) {
        super(
                Kind.CONFLICT,
                "calendar-changed",
                "T2",
                now.changedBy(),
                now.changedAt() == null ? "" : MINUTE.format(now.changedAt()),
                now.changed());
    }
}
