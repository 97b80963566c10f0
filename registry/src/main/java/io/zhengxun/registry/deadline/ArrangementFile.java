package io.zhengxun.registry.deadline;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A year's arrangement as a sheet with one line per special day: {@code 日期}, {@code 上班/放假}, {@code 名称} (T2). It is
 * checked whole, and refused with everything that is wrong (C6).
 */
public final class ArrangementFile {

    /** The columns, in the order in which they are read. */
    public static final List<String> COLUMNS = List.of("日期", "上班/放假", "名称");

    /** A year has some 40 special days. */
    public static final int MOST_LINES = 120;

    private static final String RULE = "T2";

    private final List<FieldFlaw> flaws = new ArrayList<>();
    private final Map<LocalDate, Integer> rows = new HashMap<>();
    private final List<SpecialDay> days = new ArrayList<>();

    private ArrangementFile() {}

    /** @param row as the sheet counts it, from 1 */
    public record Line(int row, String day, String kind, String name) {}

    /**
     * @param fileDigest SHA-256 of the file, as hex
     * @throws FieldsRefused with every flaw of every line
     */
    public static CalendarChange.ImportYear read(List<Line> lines, String fileDigest) {
        ArrangementFile file = new ArrangementFile();
        lines.forEach(file::read);
        int year = file.year();
        file.checkYear(year);
        file.flaws.addAll(StatutoryHoliday.missing(file.days));
        FieldsRefused.throwIfAny(RULE, file.flaws);
        return new CalendarChange.ImportYear(year, file.days, fileDigest);
    }

    private void read(Line line) {
        LocalDate day = ArrangementCells.day(line, flaws);
        Boolean working = ArrangementCells.working(line, flaws);
        String name = ArrangementCells.name(line, flaws);
        if (day == null) {
            return;
        }
        Integer earlier = rows.putIfAbsent(day, line.row());
        if (earlier != null) {
            flaws.add(ArrangementCells.flaw(line.row(), 0, "arrangement.day-repeated", String.valueOf(earlier)));
        } else if (Boolean.TRUE.equals(working) && !WorkingDays.isWeekend(day)) {
            flaws.add(ArrangementCells.flaw(line.row(), 1, "arrangement.made-up-on-weekday", day.toString()));
        }
        days.add(new SpecialDay(day, Boolean.TRUE.equals(working), name));
    }

    /** The one that most lines are in. */
    private int year() {
        return days.stream()
                .collect(Collectors.groupingBy(day -> day.day().getYear(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private void checkYear(int year) {
        rows.entrySet().stream()
                .filter(entry -> entry.getKey().getYear() != year)
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(entry -> flaws.add(ArrangementCells.flaw(
                        entry.getValue(), 0, "arrangement.other-year", String.valueOf(year))));
    }
}
