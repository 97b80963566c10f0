package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.time.Year;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendar's years, for people to look at: which days are special, and who said so (T2). */
@Component
public class CalendarYears {

    private final CalendarMapper mapper;
    private final WorkingDayCalendar calendar;

    CalendarYears(CalendarMapper mapper, WorkingDayCalendar calendar) {
        this.mapper = mapper;
        this.calendar = calendar;
    }

    @Transactional(readOnly = true)
    public CalendarYear of(int year) {
        LocalDate first = Year.of(year).atDay(1);
        Map<LocalDate, CalendarYear.Day> days = new TreeMap<>();
        WorkingDays workingDays = calendar.state().workingDays();
        first.datesUntil(first.plusYears(1))
                .forEach(day -> workingDays.specialDay(day).ifPresent(special ->
                        days.put(day, new CalendarYear.Day(special, null, null))));
        mapper.overridesBetween(first, first.plusYears(1).minusDays(1))
                .forEach(set -> days.put(set.day(), new CalendarYear.Day(
                        new SpecialDay(set.day(), set.working(), set.name()), set.setBy(), set.setAt())));
        return year(year, workingDays.isArranged(year), List.copyOf(days.values()));
    }

    private CalendarYear year(int year, boolean arranged, List<CalendarYear.Day> days) {
        YearImport imported = mapper.imported(year);
        if (imported == null) {
            CalendarYear.Source source = arranged ? CalendarYear.Source.LIBRARY : CalendarYear.Source.NONE;
            return new CalendarYear(year, source, null, null, null, days);
        }
        return new CalendarYear(
                year,
                CalendarYear.Source.IMPORTED,
                imported.importedBy(),
                imported.importedAt(),
                HexFormat.of().formatHex(imported.fileDigest()),
                days);
    }
}
