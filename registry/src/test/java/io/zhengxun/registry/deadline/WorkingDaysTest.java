package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T2. */
class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays(List.of());

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void every_day_agrees_with_the_state_council_s_notice(int year) {
        assertThat(workingDays.isArranged(year)).isTrue();
        assertThat(daysOf(year)).allSatisfy(day ->
                assertThat(workingDays.isWorkingDay(day)).isEqualTo(Arrangements.isWorkingDay(day)));
        assertThat(daysOf(year).filter(workingDays::isWorkingDay)).hasSize(248);
    }

    @ParameterizedTest
    @ValueSource(ints = {2000, 2001, 2027, 2100})
    void a_year_without_an_arrangement_has_plain_weekends(int year) {
        assertThat(workingDays.isArranged(year)).isFalse();
        assertThat(daysOf(year)).allSatisfy(day ->
                assertThat(workingDays.isWorkingDay(day)).isEqualTo(day.getDayOfWeek().getValue() <= 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {2002, 2010, 2020, 2024})
    void earlier_years_are_arranged(int year) {
        assertThat(workingDays.isArranged(year)).isTrue();
    }

    @Test
    void an_override_is_stronger_than_the_arrangement_and_than_the_week() {
        WorkingDays changed = new WorkingDays(List.of(
                new SpecialDay(LocalDate.of(2026, 10, 10), false, "台风停工"),
                new SpecialDay(LocalDate.of(2026, 10, 7), true, "国庆节"),
                new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦")));
        assertThat(changed.isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
        assertThat(changed.isWorkingDay(LocalDate.of(2026, 10, 7))).isTrue();
        assertThat(changed.isWorkingDay(LocalDate.of(2026, 10, 6))).isFalse();
        assertThat(changed.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
        // One day is no arrangement.
        assertThat(changed.isArranged(2027)).isFalse();
    }

    private static Stream<LocalDate> daysOf(int year) {
        return Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1));
    }
}
