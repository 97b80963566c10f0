package io.zhengxun.registry.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueDateTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-09-02", "2026-9-2", "2026/9/2", "2026/09/02", "2026.9.2", "20260902", "2026年9月2日", "2026年09月02日",
        "2026年9月2", "2026-09-02 00:00:00", "2026-09-02T00:00", "2026/9/2 0:00",
        "２０２６－０９－０２", "２０２６／９／２", "２０２６．９．２", "２０２６０９０２", "２０２６年９月２日",
    })
    void a_day_is_read_however_sheets_write_it(String text) {
        assertThat(IssueDate.read(text).accepted()).contains(LocalDate.of(2026, 9, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-29, date.not-real", "2026-13-01, date.not-real", "2026-09-31, date.not-real", "20260230, date.not-real",
        "2026-9/2, date.unreadable", "２０２６－０２－２９, date.not-real", "2026-09-02日, date.unreadable", "2026年9-2日, date.unreadable",
        "9/2/2026, date.unreadable", "26-9-2, date.unreadable", "46267, date.unreadable", "2026-09, date.unreadable",
        "昨天, date.unreadable", "2026-09-02 10:30, date.unreadable",
    })
    void what_is_no_day_is_named(String text, String code) {
        assertThat(IssueDate.read(text).flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.code()).isEqualTo(code);
            assertThat(flaw.rule()).isEqualTo("C1");
        });
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2024-02-29", "20240229, 2024-02-29", "1999-12-31, 1999-12-31"})
    void the_last_days_of_months_and_years_are_real(String text, LocalDate day) {
        assertThat(IssueDate.read(text).accepted()).contains(day);
    }
}
