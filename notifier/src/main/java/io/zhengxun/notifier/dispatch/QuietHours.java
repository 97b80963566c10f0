package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Between 22:00 and 08:00 no notice goes out that is not urgent (T5). */
@Component
class QuietHours {

    private final LocalTime from;
    private final LocalTime until;

    QuietHours(DispatchSettings settings) {
        from = settings.quietFrom();
        until = settings.quietUntil();
    }

    /** Until when it is quiet; empty if it is not. */
    Optional<Instant> lastingUntil(Instant now) {
        ZonedDateTime here = now.atZone(LegalTime.ZONE);
        LocalTime time = here.toLocalTime();
        boolean overnight = from.isAfter(until);
        boolean quiet = overnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return Optional.empty();
        }
        ZonedDateTime end = here.with(until);
        return Optional.of((time.isBefore(until) ? end : end.plusDays(1)).toInstant());
    }
}
