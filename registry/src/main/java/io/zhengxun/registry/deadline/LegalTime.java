package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time by which periods are counted (T1): the one place that names the zone. */
public final class LegalTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalTime() {}

    /** The legal day on which something happened. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** 24:00 of a day, which is 00:00 of the next (T1). */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
