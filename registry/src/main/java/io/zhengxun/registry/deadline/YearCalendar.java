package io.zhengxun.registry.deadline;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The special days of one year, and whether they come from an arrangement of the State Council (T2). */
record YearCalendar(boolean arranged, Map<LocalDate, SpecialDay> specialDays) {

    /** The library's short name of the years in which two holidays fall together. */
    private static final String BOTH_SHORT = "国庆中秋";

    private static final String BOTH = "国庆节和中秋节";
    private static final int KNOWN_TO_BE_PUBLISHED = 2026;

    YearCalendar {
        specialDays = Map.copyOf(specialDays);
    }

    /** As the library has it: no special days if it has none of the year. */
    static YearCalendar published(int year) {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        boolean arranged = isPublished(year);
        if (arranged) {
            Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1)).forEach(day -> addPublished(days, day));
        }
        return new YearCalendar(arranged, days);
    }

    /** The last year of which the library has an arrangement. */
    static int lastPublished() {
        int year = KNOWN_TO_BE_PUBLISHED;
        while (isPublished(year + 1)) {
            year++;
        }
        return year;
    }

    static YearCalendar imported(Collection<SpecialDay> specialDays) {
        return new YearCalendar(
                true, specialDays.stream().collect(Collectors.toMap(SpecialDay::day, Function.identity())));
    }

    /** With the days that staff have set: they are stronger, and make no arrangement. */
    YearCalendar with(Collection<SpecialDay> overrides) {
        Map<LocalDate, SpecialDay> days = new HashMap<>(specialDays);
        overrides.forEach(day -> days.put(day.day(), day));
        return new YearCalendar(arranged, days);
    }

    /** Every arrangement has a National Day; single days of a year may be there as part of the next one's new year. */
    private static boolean isPublished(int year) {
        return LegalHoliday.fromYmd(year, 10, 1) != null;
    }

    private static void addPublished(Map<LocalDate, SpecialDay> days, LocalDate day) {
        LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        if (holiday != null) {
            String name = holiday.getName().equals(BOTH_SHORT) ? BOTH : holiday.getName();
            days.put(day, new SpecialDay(day, holiday.isWork(), name));
        }
    }
}
