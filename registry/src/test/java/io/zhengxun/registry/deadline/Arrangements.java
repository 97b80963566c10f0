package io.zhengxun.registry.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The arrangements of 2025 and 2026, copied from the State Council's notices (国办发明电〔2024〕12号, 〔2025〕7号): what
 * the library must agree with.
 */
final class Arrangements {

    private record Holiday(LocalDate first, LocalDate last) {
        static Holiday of(String first, String last) {
            return new Holiday(LocalDate.parse(first), LocalDate.parse(last));
        }
    }

    private static final List<Holiday> HOLIDAYS = List.of(
            Holiday.of("2025-01-01", "2025-01-01"),
            Holiday.of("2025-01-28", "2025-02-04"),
            Holiday.of("2025-04-04", "2025-04-06"),
            Holiday.of("2025-05-01", "2025-05-05"),
            Holiday.of("2025-05-31", "2025-06-02"),
            Holiday.of("2025-10-01", "2025-10-08"),
            Holiday.of("2026-01-01", "2026-01-03"),
            Holiday.of("2026-02-15", "2026-02-23"),
            Holiday.of("2026-04-04", "2026-04-06"),
            Holiday.of("2026-05-01", "2026-05-05"),
            Holiday.of("2026-06-19", "2026-06-21"),
            Holiday.of("2026-09-25", "2026-09-27"),
            Holiday.of("2026-10-01", "2026-10-07"));

    private static final Set<String> MADE_UP = Set.of(
            "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
            "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");

    private Arrangements() {}

    static boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return MADE_UP.contains(day.toString()) || !weekend && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        return HOLIDAYS.stream().anyMatch(h -> !day.isBefore(h.first()) && !day.isAfter(h.last()));
    }
}
