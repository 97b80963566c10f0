package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** D1–D11 by T1 and T2, with the days on which they change their minds. */
class DeadlinesTest {

    private final WorkingDays workingDays = new WorkingDays(List.of());
    private final Deadlines deadlines = new Deadlines(() -> workingDays, DeadlineSettings.ofTheTable(), messages());

    @ParameterizedTest
    @CsvSource({
        // The 30th day is in the Spring Festival, and on its first day.
        "D1, 2025-01-01, 2025-02-05",
        "D1, 2024-12-29, 2025-02-05",
        // … on a Sunday, on both ends of the National Day.
        "D1, 2025-01-31, 2025-03-03",
        "D1, 2025-09-01, 2025-10-09",
        "D1, 2025-09-07, 2025-10-09",
        // … on a weekend day that is worked.
        "D1, 2026-01-15, 2026-02-14",
        "D1, 2026-01-29, 2026-02-28",
        "D1, 2026-04-09, 2026-05-09",
        "D1, 2026-08-21, 2026-09-20",
        "D1, 2026-09-10, 2026-10-10",
        // … on a plain working day, at the end of a short month and of the year.
        "D1, 2026-02-28, 2026-03-30",
        "D1, 2026-12-01, 2026-12-31",
        // The nearest working day, and one after two made-up days.
        "D10, 2026-02-13, 2026-02-14",
        "D10, 2026-02-14, 2026-02-24",
        "D10, 2026-09-19, 2026-09-20",
        "D11_ANSWER, 2026-09-24, 2026-09-28",
        "D11_RESOLUTION, 2026-09-24, 2026-10-09",
        "D11_STATEMENT, 2026-09-24, 2026-09-29",
        "D9_NORMAL, 2026-09-28, 2026-10-10",
        // Over the Spring Festival with its two made-up days.
        "D2, 2025-01-10, 2025-02-07",
        "D2, 2026-02-13, 2026-03-12",
        // Started on a holiday, and on a made-up Sunday.
        "D2, 2025-01-28, 2025-02-24",
        "D2, 2025-04-27, 2025-05-21",
        "D2, 2026-09-22, 2026-10-20",
        "D2, 2026-12-10, 2026-12-31",
        "D3, 2025-09-19, 2025-10-16",
        "D3, 2025-12-31, 2026-01-22",
        "D3, 2026-02-06, 2026-03-05",
        "D3, 2026-04-24, 2026-05-19",
        "D3, 2026-09-19, 2026-10-15",
        "D4, 2025-05-30, 2025-06-23",
        "D4, 2026-01-01, 2026-01-22",
        "D4, 2026-06-01, 2026-06-23",
        "D4, 2026-09-10, 2026-10-08",
        "D5, 2025-01-24, 2025-02-27",
        "D5, 2025-12-31, 2026-01-29",
        "D5, 2026-01-30, 2026-03-05",
        "D5, 2026-09-08, 2026-10-12",
        "D5, 2026-12-03, 2026-12-31",
        "D6, 2025-09-26, 2025-10-16",
        "D6, 2025-12-19, 2026-01-05",
        "D6, 2026-02-14, 2026-03-06",
        "D6, 2026-09-19, 2026-10-09",
        "D6, 2026-09-22, 2026-10-13",
        "D6, 2026-10-01, 2026-10-20",
        "D6, 2026-10-10, 2026-10-23",
        "D6, 2026-12-17, 2026-12-31",
        "D7, 2025-03-21, 2025-04-07",
        "D7, 2025-04-28, 2025-05-15",
        "D7, 2026-02-28, 2026-03-13",
        "D7, 2026-06-18, 2026-07-03",
        // No corresponding day: the month's last.
        "D8, 2024-08-29, 2025-02-28",
        "D8, 2024-08-31, 2025-02-28",
        "D8, 2025-03-31, 2025-09-30",
        "D8, 2025-10-31, 2026-04-30",
        // The same, on a Saturday that is worked.
        "D8, 2025-08-31, 2026-02-28",
        "D8, 2025-08-28, 2026-02-28",
        "D8, 2026-04-10, 2026-10-10",
        // A corresponding day there is, though not the month's last.
        "D8, 2026-06-30, 2026-12-30",
        "D8, 2025-12-31, 2026-06-30",
        "D8, 2026-03-31, 2026-09-30",
        "D8, 2026-04-01, 2026-10-08",
    })
    void a_period_within_arranged_years_ends(DeadlineRule rule, LocalDate start, LocalDate dueDate) {
        DueDate due = deadlines.due(rule, start);
        assertThat(due.dueDate()).isEqualTo(dueDate);
        assertThat(due.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "D1, 2026-12-02, 2027-01-01",
        "D1, 2026-12-31, 2027-02-01",
        "D2, 2026-12-11, 2027-01-01",
        "D5, 2026-12-04, 2027-01-01",
        "D6, 2026-12-18, 2027-01-01",
        "D8, 2026-07-01, 2027-01-01",
        "D8, 2027-08-31, 2028-02-29",
        "D8, 2027-09-30, 2028-03-30",
    })
    void a_period_that_reaches_a_year_without_an_arrangement_is_provisional(
            DeadlineRule rule, LocalDate start, LocalDate dueDate) {
        DueDate due = deadlines.due(rule, start);
        assertThat(due.dueDate()).isEqualTo(dueDate);
        assertThat(due.provisional()).isTrue();
        assertThat(due.explanation()).contains("放假安排尚未公布");
    }

    @Test
    void the_last_day_ends_at_midnight_in_shanghai() {
        DueDate due = deadlines.due(DeadlineRule.D6, LocalDate.of(2026, 9, 22));
        assertThat(due.dueAt()).isEqualTo(OffsetDateTime.of(2026, 10, 14, 0, 0, 0, 0, ZoneOffset.ofHours(8)));
        assertThat(due.dueAt().getOffset()).isEqualTo(ZoneOffset.ofHours(8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "D6|2026-09-22|更正省技能中心退回的数据：自收到退回通知之日（2026-09-22）次日起算，第 10 个工作日为 2026-10-13；"
                + "跳过周末 1 天、中秋节 09-25 至 09-27、国庆节 10-01 至 10-07；10-10（周六）补班计入；以当日 24:00 为止。",
        "D3|2025-12-31|省技能中心审核并上传：自省技能中心接收之日（2025-12-31）次日起算，第 15 个工作日为 2026-01-22；"
                + "跳过周末 4 天、元旦 01-01 至 01-03；01-04（周日）补班计入；以当日 24:00 为止。",
        "D7|2026-03-09|更正市技能中心退回的数据：自收到退回通知之日（2026-03-09）次日起算，第 10 个工作日为 2026-03-23；"
                + "跳过周末 4 天；以当日 24:00 为止。",
        "D1|2025-09-01|上报证书数据：自发证日期（2025-09-01）次日起算，第 30 日为 2025-10-01；"
                + "该日为国庆节和中秋节假期，顺延至下一个工作日 2025-10-09；以当日 24:00 为止。",
        "D1|2025-01-31|上报证书数据：自发证日期（2025-01-31）次日起算，第 30 日为 2025-03-02；"
                + "该日为周日，顺延至下一个工作日 2025-03-03；以当日 24:00 为止。",
        "D1|2026-09-10|上报证书数据：自发证日期（2026-09-10）次日起算，第 30 日为 2026-10-10；"
                + "10-10（周六）补班计入；以当日 24:00 为止。",
        "D8|2026-04-01|上报证书数据的最后期限：自发证日期（2026-04-01）起算，6 个月届满日为 2026-10-01；"
                + "该日为国庆节假期，顺延至下一个工作日 2026-10-08；以当日 24:00 为止。",
        "D8|2026-07-02|上报证书数据的最后期限：自发证日期（2026-07-02）起算，6 个月届满日为 2027-01-02；"
                + "该日为周六，顺延至下一个工作日 2027-01-04；2027 年放假安排尚未公布，暂按周六、周日休息推算；以当日 24:00 为止。",
    })
    void every_date_is_explained(DeadlineRule rule, LocalDate start, String explanation) {
        assertThat(deadlines.due(rule, start).explanation()).isEqualTo(explanation);
    }

    @ParameterizedTest
    @CsvSource({
        "D9_URGENT, 2026-09-30T02:30:00Z, 2026-10-01T10:30+08:00, 2026-10-01",
        "D9_FAST, 2026-09-30T02:30:00Z, 2026-10-02T10:30+08:00, 2026-10-02",
        // Twenty-four hours after midnight in Shanghai is a day later there, not here.
        "D9_URGENT, 2026-09-29T16:00:00Z, 2026-10-01T00:00+08:00, 2026-10-01",
        "D9_NORMAL, 2026-09-29T15:59:59Z, 2026-10-13T00:00+08:00, 2026-10-12",
        "D9_NORMAL, 2026-09-29T16:00:00Z, 2026-10-14T00:00+08:00, 2026-10-13",
    })
    void hours_run_from_the_instant_and_days_from_its_legal_day(
            DeadlineRule rule, Instant start, OffsetDateTime dueAt, LocalDate dueDate) {
        DueDate due = deadlines.due(rule, start);
        assertThat(due.dueAt()).isEqualTo(dueAt);
        assertThat(due.dueDate()).isEqualTo(dueDate);
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void hours_are_explained() {
        assertThat(deadlines.due(DeadlineRule.D9_FAST, Instant.parse("2026-09-30T02:30:00Z")).explanation())
                .isEqualTo("处理急需求变更申请：自受理变更申请之时（2026-09-30 10:30）起 48 小时，以 2026-10-02 10:30 为止（含节假日）。");
    }

    @Test
    void a_rule_of_hours_has_no_due_date_of_a_day() {
        assertThatThrownBy(() -> deadlines.due(DeadlineRule.D9_URGENT, LocalDate.of(2026, 9, 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instant");
    }

    @Test
    void a_length_that_is_ours_is_a_setting() {
        Deadlines set = new Deadlines(() -> workingDays, new DeadlineSettings(15, 2, 3, 7, 4), messages());
        LocalDate monday = LocalDate.of(2026, 3, 9);
        assertThat(set.due(DeadlineRule.D7, monday).dueDate()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(set.due(DeadlineRule.D10, monday).dueDate()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(set.due(DeadlineRule.D11_ANSWER, monday).dueDate()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(set.due(DeadlineRule.D11_RESOLUTION, monday).dueDate()).isEqualTo(LocalDate.of(2026, 3, 18));
        assertThat(set.due(DeadlineRule.D11_STATEMENT, monday).dueDate()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(set.due(DeadlineRule.D6, monday).dueDate()).isEqualTo(LocalDate.of(2026, 3, 23));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 5", "61, 1, 1, 5", "10, 0, 1, 5", "10, 1, 0, 5", "10, 1, 6, 5", "10, 1, 1, 61", "10, 1, 1, 1"})
    void a_setting_out_of_reach_stops_the_start(int cityReturn, int passOn, int answer, int resolution) {
        assertThatThrownBy(() -> new DeadlineSettings(cityReturn, passOn, answer, resolution, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zhengxun.deadline.");
    }

    @Test
    void a_single_holiday_is_told_as_one_day() {
        assertThat(deadlines.due(DeadlineRule.D6, LocalDate.of(2024, 12, 27)).explanation()).contains("元旦 01-01；");
    }

    @Property
    void a_due_date_is_a_working_day_after_the_start(@ForAll("rulesOfDays") DeadlineRule rule, @ForAll("days") LocalDate start) {
        LocalDate dueDate = deadlines.due(rule, start).dueDate();
        assertThat(workingDays.isWorkingDay(dueDate)).isTrue();
        assertThat(dueDate).isAfter(start);
    }

    @Property
    void who_starts_later_is_never_due_earlier(@ForAll("rulesOfDays") DeadlineRule rule, @ForAll("days") LocalDate start) {
        assertThat(deadlines.due(rule, start.plusDays(1)).dueDate())
                .isAfterOrEqualTo(deadlines.due(rule, start).dueDate());
    }

    @Property
    void a_period_of_working_days_holds_exactly_so_many(@ForAll("arrangedDays") LocalDate start) {
        for (DeadlineRule rule : DeadlineRule.values()) {
            if (rule.unit() == DeadlineRule.Unit.WORKING_DAYS) {
                LocalDate dueDate = deadlines.due(rule, start).dueDate();
                assertThat(start.plusDays(1).datesUntil(dueDate.plusDays(1)).filter(Arrangements::isWorkingDay))
                        .hasSize(rule.length());
            }
        }
    }

    @Provide
    Arbitrary<DeadlineRule> rulesOfDays() {
        return Arbitraries.of(DeadlineRule.class).filter(rule -> rule.unit() != DeadlineRule.Unit.HOURS);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return between(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 12, 31));
    }

    @Provide
    Arbitrary<LocalDate> arrangedDays() {
        return between(LocalDate.of(2024, 12, 31), LocalDate.of(2026, 12, 3));
    }

    private static Arbitrary<LocalDate> between(LocalDate first, LocalDate last) {
        return Arbitraries.longs().between(first.toEpochDay(), last.toEpochDay()).map(LocalDate::ofEpochDay);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
