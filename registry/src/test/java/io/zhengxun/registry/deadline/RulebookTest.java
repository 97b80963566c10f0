package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;

/**
 * Every rule over every day of 2025 and 2026 against a second counting, written from the rulebook alone: T1 and T2 word
 * by word, day by day, over the State Council's notices as {@link Arrangements} has them.
 */
class RulebookTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final WorkingDays workingDays = new WorkingDays(List.of());
    private final Deadlines deadlines =
            new Deadlines(() -> workingDays, DeadlineSettings.ofTheTable(), anyText());

    private enum Counted {
        CALENDAR_DAYS,
        WORKING_DAYS,
        MONTHS
    }

    /** The table of the rulebook, section 3, once more. */
    private static final Map<String, Map.Entry<Integer, Counted>> TABLE = new HashMap<>(Map.of(
            "D1", Map.entry(30, Counted.CALENDAR_DAYS),
            "D2", Map.entry(15, Counted.WORKING_DAYS),
            "D3", Map.entry(15, Counted.WORKING_DAYS),
            "D4", Map.entry(15, Counted.WORKING_DAYS),
            "D5", Map.entry(20, Counted.WORKING_DAYS),
            "D6", Map.entry(10, Counted.WORKING_DAYS),
            "D7", Map.entry(10, Counted.WORKING_DAYS),
            "D8", Map.entry(6, Counted.MONTHS)));

    static {
        TABLE.putAll(Map.of(
                "D9_NORMAL", Map.entry(5, Counted.WORKING_DAYS),
                "D10", Map.entry(1, Counted.WORKING_DAYS),
                "D11_ANSWER", Map.entry(1, Counted.WORKING_DAYS),
                "D11_RESOLUTION", Map.entry(5, Counted.WORKING_DAYS),
                "D11_STATEMENT", Map.entry(2, Counted.WORKING_DAYS)));
    }

    @ParameterizedTest
    @EnumSource(names = {"D9_URGENT", "D9_FAST"}, mode = EnumSource.Mode.EXCLUDE)
    void every_rule_ends_on_the_rulebook_s_day_whenever_it_starts(DeadlineRule rule) {
        Map.Entry<Integer, Counted> line = TABLE.get(rule.name());
        assertThat(FIRST.datesUntil(LAST.plusDays(1))).hasSize(730).allSatisfy(start -> {
            Oracle oracle = new Oracle();
            LocalDate expected = oracle.end(start, line.getKey(), line.getValue());
            DueDate due = deadlines.due(rule, start);
            assertThat(due.dueDate()).as("%s from %s", rule, start).isEqualTo(expected);
            assertThat(due.provisional()).as("%s from %s", rule, start).isEqualTo(oracle.guessed);
        });
    }

    /** Naive on purpose; of 2027 there is no notice: plain weekends, and guessed (T2). */
    private static final class Oracle {

        boolean guessed;

        LocalDate end(LocalDate start, int length, Counted counted) {
            return switch (counted) {
                case WORKING_DAYS -> workingDay(start, length);
                case CALENDAR_DAYS -> moved(later(start, length));
                case MONTHS -> moved(monthsLater(start, length));
            };
        }

        private LocalDate workingDay(LocalDate start, int length) {
            LocalDate day = start;
            int left = length;
            while (left > 0) {
                day = later(day, 1);
                left -= worked(day) ? 1 : 0;
            }
            return day;
        }

        private LocalDate moved(LocalDate end) {
            LocalDate day = end;
            while (!worked(day)) {
                day = later(day, 1);
            }
            return day;
        }

        private static LocalDate later(LocalDate day, int days) {
            LocalDate later = day;
            for (int i = 0; i < days; i++) {
                boolean lastOfMonth = later.getDayOfMonth() == lengthOf(later.getYear(), later.getMonthValue());
                boolean lastOfYear = lastOfMonth && later.getMonthValue() == 12;
                later = lastOfYear
                        ? LocalDate.of(later.getYear() + 1, 1, 1)
                        : LocalDate.of(
                                later.getYear(),
                                later.getMonthValue() + (lastOfMonth ? 1 : 0),
                                lastOfMonth ? 1 : later.getDayOfMonth() + 1);
            }
            return later;
        }

        private static LocalDate monthsLater(LocalDate day, int months) {
            int month = day.getMonthValue() + months;
            int year = day.getYear() + (month > 12 ? 1 : 0);
            month = month > 12 ? month - 12 : month;
            return LocalDate.of(year, month, Math.min(day.getDayOfMonth(), lengthOf(year, month)));
        }

        private static int lengthOf(int year, int month) {
            int february = year % 4 == 0 ? 29 : 28;
            return List.of(31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31).get(month - 1);
        }

        private boolean worked(LocalDate day) {
            guessed |= day.getYear() == 2027;
            return day.getYear() == 2027 ? day.getDayOfWeek().getValue() < 6 : Arrangements.isWorkingDay(day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The month has no such day: its last, and on from there if it is not worked.
        "D8, 2025-08-31, 2026-02-28, false",
        "D8, 2024-08-31, 2025-02-28, false",
        "D8, 2025-08-30, 2026-02-28, false",
        "D8, 2025-10-31, 2026-04-30, false",
        "D8, 2027-08-31, 2028-02-29, true",
        "D8, 2025-12-31, 2026-06-30, false",
        // The last day falls on a holiday, on its first and on its last day.
        "D1, 2026-09-01, 2026-10-08, false",
        "D1, 2026-09-07, 2026-10-08, false",
        "D8, 2025-08-15, 2026-02-24, false",
        "D8, 2025-08-23, 2026-02-24, false",
        // A weekend day that is worked counts, and may be the last.
        "D10, 2026-02-13, 2026-02-14, false",
        "D1, 2026-01-15, 2026-02-14, false",
        "D6, 2026-09-27, 2026-10-15, false",
        // A year without an arrangement: plain weekends, and flagged; also if only a day on the way lies there.
        "D10, 2026-12-31, 2027-01-01, true",
        "D10, 2026-12-30, 2026-12-31, false",
        "D5, 2026-12-11, 2027-01-08, true",
    })
    void border_days_are_known_by_heart(DeadlineRule rule, LocalDate start, LocalDate dueDate, boolean provisional) {
        DueDate due = deadlines.due(rule, start);
        assertThat(due.dueDate()).isEqualTo(dueDate);
        assertThat(due.provisional()).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({"2025, 248, 5", "2026, 248, 6"})
    void the_notices_are_written_out_whole(int year, int worked, int madeUp) {
        assertThat(days(year).filter(Arrangements::isWorkingDay)).hasSize(worked);
        assertThat(days(year).filter(day -> WorkingDays.isWeekend(day) && Arrangements.isWorkingDay(day)))
                .hasSize(madeUp);
    }

    private static Stream<LocalDate> days(int year) {
        return Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1));
    }

    /** Explanations do not matter here. */
    private static StaticMessageSource anyText() {
        StaticMessageSource texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        return texts;
    }
}
