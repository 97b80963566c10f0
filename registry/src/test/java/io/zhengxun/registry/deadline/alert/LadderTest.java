package io.zhengxun.registry.deadline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.SpecialDay;
import io.zhengxun.registry.deadline.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T5 by the arrangement of 2026: holidays 15–23 February, 4–6 April, 25–27 September, 1–7 October; make-up days between. */
class LadderTest {

    private static final DeadlineAlertSettings SETTINGS = DeadlineAlertSettings.ofTheRulebook();
    private static final Ladder LADDER = new Ladder(SETTINGS, new WorkingDays(List.of()));
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # due,       today,      alert, next look
            2026-03-27, 2026-03-12, -,     2026-03-13
            2026-03-27, 2026-03-13, W10,   2026-03-20
            2026-03-27, 2026-03-16, W10,   2026-03-20
            2026-03-27, 2026-03-20, W5,    2026-03-24
            2026-03-27, 2026-03-24, W3,    2026-03-26
            2026-03-27, 2026-03-26, W1,    2026-03-27
            2026-03-27, 2026-03-27, DUE,   2026-03-30
            2026-03-27, 2026-03-30, O1,    2026-03-31
            2026-03-27, 2026-04-03, O5,    2026-04-10
            2026-03-27, 2026-04-09, O5,    2026-04-10
            2026-03-27, 2026-04-10, K1,    2026-04-17
            2026-03-27, 2026-04-20, K2,    2026-04-24
            2026-03-27, 2027-03-27, K51,   2027-04-02
            # over the Spring Festival
            2026-02-26, 2026-02-05, W10,   2026-02-12
            2026-02-26, 2026-02-12, W5,    2026-02-14
            2026-02-26, 2026-02-14, W3,    2026-02-25
            2026-02-26, 2026-02-25, W1,    2026-02-26
            2026-02-12, 2026-02-14, O2,    2026-02-24
            2026-02-12, 2026-02-26, O5,    2026-03-05
            # both weeks end in the holidays: one alert after them
            2026-02-02, 2026-02-13, O5,    2026-02-24
            2026-02-02, 2026-02-24, K2,    2026-03-02
            2026-02-02, 2026-03-02, K3,    2026-03-09
            """)
    void of_the_rungs_passed_the_newest_is_told(LocalDate due, LocalDate today, String alert, LocalDate next) {
        assertLook(LADDER.look(DeadlineRule.D6, due, LONG_AGO, today), alert, next);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # today,     alert, next look: due on 9 October 2026
            2026-08-07, -,     2026-08-10
            2026-08-10, C60,   2026-09-09
            2026-09-09, C30,   2026-09-18
            2026-09-18, W10,   2026-09-24
            2026-09-24, W5,    2026-09-29
            2026-09-29, W3,    2026-09-30
            2026-09-30, C7,    2026-10-08
            2026-10-08, W1,    2026-10-09
            2026-10-09, DUE,   2026-10-10
            """)
    void the_hard_limit_is_told_by_calendar_days_too(LocalDate today, String alert, LocalDate next) {
        assertLook(LADDER.look(DeadlineRule.D8, LocalDate.of(2026, 10, 9), LONG_AGO, today), alert, next);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # told on,   today,      alert, next look: due on 27 March 2026
            2026-03-13, 2026-03-13, -,     2026-03-20
            2026-03-12, 2026-03-13, W10,   2026-03-20
            2026-03-20, 2026-03-23, -,     2026-03-24
            2026-03-26, 2026-03-27, DUE,   2026-03-30
            2026-04-03, 2026-04-06, -,     2026-04-10
            # told by a clock that ran ahead
            2026-03-25, 2026-03-20, -,     2026-03-26
            2026-05-04, 2026-03-20, -,     2026-05-06
            """)
    void what_was_told_is_not_told_again(LocalDate told, LocalDate today, String alert, LocalDate next) {
        assertLook(LADDER.look(DeadlineRule.D6, LocalDate.of(2026, 3, 27), told, today), alert, next);
    }

    @Test
    void nobody_alerts_the_ministry() {
        Ladder.Look look = LADDER.look(
                DeadlineRule.D4, LocalDate.of(2026, 3, 27), LONG_AGO, LocalDate.of(2026, 3, 27));
        assertThat(look).isEqualTo(new Ladder.Look(null, Ladder.NEVER));
    }

    @Test
    void settings_that_are_no_ladder_are_refused() {
        assertThatThrownBy(() -> new DeadlineAlertSettings(List.of(5, 10), List.of(), 5, 7)).hasMessageContaining("falling");
        assertThatThrownBy(() -> new DeadlineAlertSettings(List.of(0), List.of(), 5, 7)).hasMessageContaining("1 to 60");
        assertThatThrownBy(() -> new DeadlineAlertSettings(List.of(), List.of(181), 5, 7)).hasMessageContaining("180");
        assertThatThrownBy(() -> new DeadlineAlertSettings(List.of(), List.of(), -1, 7)).hasMessageContaining("daily-after");
        assertThatThrownBy(() -> new DeadlineAlertSettings(List.of(), List.of(), 0, 0)).hasMessageContaining("every-after");
    }

    @Test
    void a_ladder_without_daily_alerts_goes_on_weekly() {
        Ladder sparse = new Ladder(
                new DeadlineAlertSettings(List.of(), List.of(), 0, 7), new WorkingDays(List.of()));
        LocalDate due = LocalDate.of(2026, 3, 27);
        assertLook(sparse.look(DeadlineRule.D6, due, LONG_AGO, due), "DUE", LocalDate.of(2026, 4, 3));
        assertLook(sparse.look(DeadlineRule.D6, due, due, LocalDate.of(2026, 4, 3)), "K1", LocalDate.of(2026, 4, 10));
    }

    /** Days are skipped and repeated, clocks go back and ahead; looks are made only when they are due. */
    @Property
    void each_rung_is_told_at_most_once_and_the_newest_one_whenever_runs_resume(
            @ForAll("rules") DeadlineRule rule,
            @ForAll("days") LocalDate started,
            @ForAll("lengths") int length,
            @ForAll("holidays") Set<SpecialDay> holidays,
            @ForAll("runs") List<Integer> steps) {
        WorkingDays calendar = new WorkingDays(List.copyOf(holidays));
        LocalDate due = worked(started.plusDays(length), calendar);
        Ladder ladder = new Ladder(SETTINGS, calendar);
        TreeMap<LocalDate, String> rungs = rungs(rule, due, calendar);
        LocalDate told = started;
        LocalDate next = LocalDate.MIN;
        List<String> alerted = new ArrayList<>();
        LocalDate today = started;
        for (int step : steps) {
            today = today.plusDays(step);
            Map.Entry<LocalDate, String> newest = rungs.floorEntry(today);
            String expected = newest != null && newest.getKey().isAfter(told) ? newest.getValue() : null;
            Ladder.Look look = next.isAfter(today) ? null : ladder.look(rule, due, told, today);
            String actual = look == null || look.alert() == null ? null : look.alert().name();
            assertThat(actual).as("due %s, told %s, on %s", due, told, today).isEqualTo(expected);
            if (look != null) {
                assertThat(look.next()).isAfter(today);
                next = look.next();
            }
            if (actual != null) {
                alerted.add(actual);
                told = today;
            }
        }
        assertThat(alerted).doesNotHaveDuplicates();
    }

    /** By definition, day by day; of two on one day the later word stands. */
    private static TreeMap<LocalDate, String> rungs(DeadlineRule rule, LocalDate due, WorkingDays calendar) {
        TreeMap<LocalDate, String> rungs = new TreeMap<>();
        if (rule == DeadlineRule.D8) {
            for (int days : List.of(60, 30, 15, 7)) {
                rungs.put(lastWorked(due.minusDays(days), calendar), "C" + days);
            }
        }
        int before = 0;
        for (LocalDate day = due.minusDays(1); before < 10; day = day.minusDays(1)) {
            before += calendar.isWorkingDay(day) ? 1 : 0;
            if (calendar.isWorkingDay(day) && Set.of(10, 5, 3, 1).contains(before)) {
                rungs.put(day, "W" + before);
            }
        }
        rungs.put(due, "DUE");
        LocalDate last = due;
        for (int after = 1; after <= 5; after++) {
            last = worked(last.plusDays(1), calendar);
            rungs.put(last, "O" + after);
        }
        for (int week = 1; week <= 100; week++) {
            rungs.put(worked(last.plusWeeks(week), calendar), "K" + week);
        }
        return rungs;
    }

    private static LocalDate worked(LocalDate day, WorkingDays calendar) {
        return calendar.isWorkingDay(day) ? day : worked(day.plusDays(1), calendar);
    }

    private static LocalDate lastWorked(LocalDate day, WorkingDays calendar) {
        return calendar.isWorkingDay(day) ? day : lastWorked(day.minusDays(1), calendar);
    }

    @Provide
    Arbitrary<DeadlineRule> rules() {
        return Arbitraries.of(DeadlineRule.D1, DeadlineRule.D6, DeadlineRule.D8);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 364).map(LONG_AGO::plusDays);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(1, 190);
    }

    @Provide
    Arbitrary<Set<SpecialDay>> holidays() {
        return Arbitraries.integers().between(0, 700).set().ofMaxSize(60).map(days -> {
            Set<SpecialDay> special = new HashSet<>();
            days.forEach(day -> special.add(new SpecialDay(
                    LONG_AGO.plusDays(day), ChronoUnit.DAYS.between(LONG_AGO, LONG_AGO.plusDays(day)) % 5 == 0, "节")));
            return special;
        });
    }

    @Provide
    Arbitrary<List<Integer>> runs() {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, Arbitraries.integers().between(0, 3)),
                        Tuple.of(2, Arbitraries.integers().between(4, 30)),
                        Tuple.of(2, Arbitraries.integers().between(-8, -1)))
                .list()
                .ofMaxSize(150);
    }

    private static void assertLook(Ladder.Look look, String alert, LocalDate next) {
        assertThat(look.alert() == null ? "-" : look.alert().name()).isEqualTo(alert);
        assertThat(look.next()).isEqualTo(next);
    }
}
