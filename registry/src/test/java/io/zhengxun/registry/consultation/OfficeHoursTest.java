package io.zhengxun.registry.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.consultation.ConsultationSettings.Hours;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is expected after two hours of office time: 9:00–12:00 and 14:00–17:30 on working days. */
class OfficeHoursTest {

    private final OfficeHours hours = new OfficeHours(
            settings("09:00-12:00,14:00-17:30", Duration.ofHours(2)), new WorkingDays(List.of()));

    @ParameterizedTest
    @CsvSource({
        // asked, answered by, open then
        "2026-11-23T09:00, 2026-11-23T11:00, true",
        "2026-11-23T08:59, 2026-11-23T11:00, false",
        "2026-11-23T10:00, 2026-11-23T12:00, true",
        "2026-11-23T10:01, 2026-11-23T14:01, true",
        "2026-11-23T12:00, 2026-11-23T16:00, false",
        "2026-11-23T15:30, 2026-11-23T17:30, true",
        "2026-11-23T15:31, 2026-11-24T09:01, true",
        "2026-11-23T17:30, 2026-11-24T11:00, false",
        "2026-11-27T17:00, 2026-11-30T10:30, true",
        "2026-11-28T10:00, 2026-11-30T11:00, false",
        // National Day 1 to 7 October; Saturday the 10th is worked for it
        "2026-09-30T18:00, 2026-10-08T11:00, false",
        "2026-10-10T09:00, 2026-10-10T11:00, true",
        "2026-10-09T17:30, 2026-10-10T11:00, false"
    })
    void an_answer_is_due_after_office_time(LocalDateTime asked, LocalDateTime due, boolean open) {
        Expected expected = hours.expected(instant(asked));
        assertThat(LocalDateTime.ofInstant(expected.at(), LegalTime.ZONE)).isEqualTo(due);
        assertThat(expected.openNow()).isEqualTo(open);
    }

    @Test
    void holidays_and_weekends_in_between_are_named() {
        Expected overNationalDay = hours.expected(instant(LocalDateTime.parse("2026-09-30T18:00")));
        assertThat(overNationalDay.holidays()).hasSize(1).first().asString().contains("国庆");
        assertThat(overNationalDay.provisional()).isFalse();
        Expected overWeekend = hours.expected(instant(LocalDateTime.parse("2026-11-28T10:00")));
        assertThat(overWeekend.weekend()).isTrue();
        assertThat(overWeekend.holidays()).isEmpty();
    }

    @Test
    void a_year_without_an_arrangement_is_provisional() {
        assertThat(hours.expected(instant(LocalDateTime.parse("2090-03-01T10:00"))).provisional()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:00-09:00", "09:00-12:00,11:00-17:00", "09:00-09:00"})
    void hours_that_cannot_be_are_refused(String written) {
        assertThatThrownBy(() -> settings(written, Duration.ofHours(2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ConsultationSettings settings(String hours, Duration within) {
        return new ConsultationSettings(Stream.of(hours.split(",")).map(Hours::valueOf).toList(), within);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(LegalTime.ZONE).toInstant();
    }
}
