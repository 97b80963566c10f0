package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** T1 and T2 whatever the calendar is: arrangements are drawn at random, and so are the days that staff set. */
class RecountTest {

    private static final int YEAR = 2031;

    @Property
    void a_due_date_is_a_working_day_by_any_arrangement(
            @ForAll("rules") DeadlineRule rule, @ForAll("starts") LocalDate start, @ForAll("arrangements") Set<SpecialDay> days) {
        WorkingDays calendar = imported(days);
        LocalDate dueOn = end(rule, start, calendar).dueOn();
        assertThat(calendar.isWorkingDay(dueOn)).isTrue();
        assertThat(dueOn).isAfter(start);
    }

    @Property
    void who_starts_later_is_never_due_earlier_by_any_arrangement(
            @ForAll("rules") DeadlineRule rule, @ForAll("starts") LocalDate start, @ForAll("arrangements") Set<SpecialDay> days) {
        WorkingDays calendar = imported(days);
        assertThat(end(rule, start.plusDays(1), calendar).dueOn())
                .isAfterOrEqualTo(end(rule, start, calendar).dueOn());
    }

    @Property
    void one_more_day_off_never_makes_a_due_date_earlier(
            @ForAll("rules") DeadlineRule rule,
            @ForAll("starts") LocalDate start,
            @ForAll("arrangements") Set<SpecialDay> days,
            @ForAll("daysOfTheYear") LocalDate off) {
        WorkingDays more = new WorkingDays(
                Map.of(YEAR, List.copyOf(days)), List.of(new SpecialDay(off, false, "停工")));
        assertThat(end(rule, start, more).dueOn()).isAfterOrEqualTo(end(rule, start, imported(days)).dueOn());
    }

    @Property
    void only_a_changed_day_between_start_and_end_moves_it(
            @ForAll("rules") DeadlineRule rule,
            @ForAll("starts") LocalDate start,
            @ForAll("arrangements") Set<SpecialDay> before,
            @ForAll("arrangements") Set<SpecialDay> after) {
        PeriodEnd old = end(rule, start, imported(before));
        ChangedDays changed = ChangedDays.between(imported(before), imported(after), YEAR);
        boolean touched = !changed.isEmpty()
                && !old.dueOn().isBefore(changed.first())
                && start.isBefore(changed.last());
        if (!touched) {
            assertThat(end(rule, start, imported(after))).isEqualTo(old);
        }
    }

    @Property
    void what_was_provisional_ends_up_as_if_the_arrangement_had_always_been_there(
            @ForAll("rules") DeadlineRule rule, @ForAll("starts") LocalDate start, @ForAll("arrangements") Set<SpecialDay> days) {
        WorkingDays unknown = new WorkingDays(List.of());
        PeriodEnd provisional = end(rule, start, unknown);
        ChangedDays changed = ChangedDays.between(unknown, imported(days), YEAR);
        boolean recounted = !provisional.dueOn().isBefore(changed.first()) && start.isBefore(changed.last());
        PeriodEnd now = recounted ? end(rule, start, imported(days)) : provisional;
        assertThat(now).isEqualTo(end(rule, start, imported(days)));
    }

    @Property
    void a_second_recount_changes_nothing_and_the_first_is_right(
            @ForAll("rules") DeadlineRule rule,
            @ForAll("starts") LocalDate start,
            @ForAll("arrangements") Set<SpecialDay> before,
            @ForAll("arrangements") Set<SpecialDay> after) {
        ChangedDays changed = ChangedDays.between(imported(before), imported(after), YEAR);
        PeriodEnd right = end(rule, start, imported(after));
        PeriodEnd once = recounted(end(rule, start, imported(before)), start, changed, right);
        assertThat(once).isEqualTo(right);
        assertThat(recounted(once, start, changed, right)).isEqualTo(once);
    }

    /** What a recount leaves of a deadline: those that the changed days cannot touch it does not look at. */
    private static PeriodEnd recounted(PeriodEnd stored, LocalDate start, ChangedDays changed, PeriodEnd counted) {
        boolean looked = !changed.isEmpty()
                && !stored.dueOn().isBefore(changed.first())
                && start.isBefore(changed.last());
        return looked ? counted : stored;
    }

    private static PeriodEnd end(DeadlineRule rule, LocalDate start, WorkingDays calendar) {
        return PeriodEnd.of(new Period(rule, rule.length(), start), calendar);
    }

    private static WorkingDays imported(Set<SpecialDay> days) {
        return new WorkingDays(Map.of(YEAR, List.copyOf(days)), List.of());
    }

    @Provide
    Arbitrary<DeadlineRule> rules() {
        return Arbitraries.of(DeadlineRule.class).filter(rule -> rule.unit() != DeadlineRule.Unit.HOURS);
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.integers().between(-200, 370).map(Year.of(YEAR).atDay(1)::plusDays);
    }

    @Provide
    Arbitrary<LocalDate> daysOfTheYear() {
        return Arbitraries.integers().between(1, 365).map(Year.of(YEAR)::atDay);
    }

    /** Up to 60 days: weekend days are worked, others are off. */
    @Provide
    Arbitrary<Set<SpecialDay>> arrangements() {
        return daysOfTheYear().set().ofMaxSize(60).map(days -> {
            Set<SpecialDay> special = new HashSet<>();
            Stream<LocalDate> all = days.stream();
            all.forEach(day -> special.add(new SpecialDay(day, WorkingDays.isWeekend(day), "节")));
            return special;
        });
    }
}
