package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is stored of the calendar: the imported arrangements, by year, and the days that staff have set. */
record CalendarState(Map<Integer, List<SpecialDay>> arrangements, Map<LocalDate, SpecialDay> overrides) {

    static CalendarState of(List<Integer> years, List<SpecialDay> arranged, List<SpecialDay> overrides) {
        Map<Integer, List<SpecialDay>> byYear =
                arranged.stream().collect(Collectors.groupingBy(day -> day.day().getYear()));
        return new CalendarState(
                years.stream().collect(Collectors.toMap(year -> year, year -> byYear.getOrDefault(year, List.of()))),
                overrides.stream().collect(Collectors.toMap(SpecialDay::day, day -> day)));
    }

    CalendarState with(CalendarChange change) {
        Map<Integer, List<SpecialDay>> years = new HashMap<>(arrangements);
        Map<LocalDate, SpecialDay> days = new TreeMap<>(overrides);
        if (change instanceof CalendarChange.SetDay set) {
            days.put(set.day(), new SpecialDay(set.day(), set.working(), set.name()));
        } else if (change instanceof CalendarChange.RemoveDay remove) {
            days.remove(remove.day());
        } else if (change instanceof CalendarChange.ImportYear arrangement) {
            years.put(arrangement.year(), arrangement.days());
        }
        return new CalendarState(years, days);
    }

    WorkingDays workingDays() {
        return new WorkingDays(arrangements, List.copyOf(overrides.values()));
    }
}
