package io.zhengxun.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** No message that is not urgent between 22:00 and 08:00 in Shanghai (T5). */
class QuietHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(nullValues = "loud", value = {
        "2026-11-23T21:59:59, loud",
        "2026-11-23T22:00:00, 2026-11-24T08:00:00",
        "2026-11-23T23:59:59, 2026-11-24T08:00:00",
        "2026-11-24T00:00:00, 2026-11-24T08:00:00",
        "2026-11-24T07:59:59, 2026-11-24T08:00:00",
        "2026-11-24T08:00:00, loud"
    })
    void it_is_quiet_from_ten_to_eight(LocalDateTime time, LocalDateTime until) {
        assertThat(quiet("22:00", "08:00").lastingUntil(instant(time)))
                .isEqualTo(Optional.ofNullable(until).map(QuietHoursTest::instant));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "loud", value = {
        "2026-11-23T11:59:59, loud",
        "2026-11-23T12:00:00, 2026-11-23T14:00:00",
        "2026-11-23T14:00:00, loud"
    })
    void a_rest_at_noon_would_end_the_same_day(LocalDateTime time, LocalDateTime until) {
        assertThat(quiet("12:00", "14:00").lastingUntil(instant(time)))
                .isEqualTo(Optional.ofNullable(until).map(QuietHoursTest::instant));
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(SHANGHAI).toInstant();
    }

    private static QuietHours quiet(String from, String until) {
        Map<String, String> settings =
                Map.of("zhengxun.dispatch.quiet-from", from, "zhengxun.dispatch.quiet-until", until);
        return new QuietHours(new Binder(new MapConfigurationPropertySource(settings))
                .bind("zhengxun.dispatch", DispatchSettings.class)
                .get());
    }
}
