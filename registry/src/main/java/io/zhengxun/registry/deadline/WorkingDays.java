package io.zhengxun.registry.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which days are worked (T2): the State Council's yearly arrangement, as the library has it or as it was imported,
 * changed by the overrides of staff. A year without an arrangement has plain weekends; {@link #isArranged} tells. It
 * never changes: each year is worked out once, asking is cheap and safe from any thread.
 */
public final class WorkingDays {

    private final Map<Integer, List<SpecialDay>> arrangements;
    private final Map<LocalDate, SpecialDay> overrides;
    private final Map<Integer, YearCalendar> years = new ConcurrentHashMap<>();

    /** @param overrides days that staff have set; of each day at most one, stronger than the arrangement */
    public WorkingDays(List<SpecialDay> overrides) {
        this(Map.of(), overrides);
    }

    /** @param arrangements the special days of each year that was imported, all of them: the library's do not count */
    WorkingDays(Map<Integer, List<SpecialDay>> arrangements, List<SpecialDay> overrides) {
        this.arrangements = Map.copyOf(arrangements);
        this.overrides = overrides.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, Function.identity()));
    }

    /** Whether the day is worked. */
    public boolean isWorkingDay(LocalDate day) {
        return specialDay(day).map(SpecialDay::working).orElse(!isWeekend(day));
    }

    /** Whether the year's arrangement is known; if not, what is said of its days is provisional. */
    public boolean isArranged(int year) {
        return calendar(year).arranged();
    }

    /** The holiday or make-up day that falls on the day, if one does. */
    public Optional<SpecialDay> specialDay(LocalDate day) {
        return Optional.ofNullable(calendar(day.getYear()).specialDays().get(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private YearCalendar calendar(int year) {
        YearCalendar known = years.get(year);
        return known != null ? known : years.computeIfAbsent(year, this::workedOut);
    }

    private YearCalendar workedOut(int year) {
        List<SpecialDay> imported = arrangements.get(year);
        YearCalendar arranged = imported == null ? YearCalendar.published(year) : YearCalendar.imported(imported);
        return arranged.with(overrides.values().stream()
                .filter(override -> override.day().getYear() == year)
                .toList());
    }
}
