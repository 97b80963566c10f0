package io.zhengxun.registry.deadline;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.VisibleText;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of an arrangement's line; what cannot be read becomes a flaw. */
final class ArrangementCells {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))(?: 0{1,2}:00(?::00)?)?");
    private static final Map<String, Boolean> KINDS =
            Map.of("上班", true, "补班", true, "调休上班", true, "放假", false, "休息", false, "调休放假", false);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private ArrangementCells() {}

    /** Null, and a flaw, if it is no real day. */
    static LocalDate day(ArrangementFile.Line line, List<FieldFlaw> flaws) {
        Matcher day = DAY.matcher(plain(line.day()));
        if (!day.matches()) {
            flaws.add(flaw(line.row(), 0, "arrangement.day-unreadable"));
            return null;
        }
        boolean compact = day.group(4) != null;
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(1)),
                    Integer.parseInt(day.group(compact ? 4 : 2)),
                    Integer.parseInt(day.group(compact ? 5 : 3)));
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            flaws.add(flaw(line.row(), 0, "arrangement.day-not-real"));
            return null;
        }
        flaws.add(flaw(line.row(), 0, "day-out-of-reach", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR)));
        return null;
    }

    /** Null, and a flaw, if it is neither worked nor off. */
    static Boolean working(ArrangementFile.Line line, List<FieldFlaw> flaws) {
        Boolean working = KINDS.get(plain(line.kind()));
        if (working == null) {
            flaws.add(flaw(line.row(), 1, "arrangement.kind"));
        }
        return working;
    }

    static String name(ArrangementFile.Line line, List<FieldFlaw> flaws) {
        String name = line.name().strip();
        if (name.isEmpty() || name.length() > CalendarChange.NAME_LENGTH) {
            flaws.add(flaw(line.row(), 2, "day-name", String.valueOf(CalendarChange.NAME_LENGTH)));
        } else if (!VisibleText.holdsLine(name)) {
            flaws.add(flaw(line.row(), 2, "one-line"));
        }
        return name;
    }

    static FieldFlaw flaw(int row, int column, String code, String... arguments) {
        return FieldFlaw.of("第" + row + "行 " + ArrangementFile.COLUMNS.get(column), code, arguments);
    }

    /** Full-width digits and signs are the same ones (C3a). */
    private static String plain(String text) {
        return text.length() > 40 ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
