package io.zhengxun.registry.certificate;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ways in which sheets write a day: 2026-09-22, 2026/9/22, 2026.9.22, 20260922, 2026年9月22日. */
public final class IssueDate {

    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SEPARATED =
            Pattern.compile("(\\d{4})([-/.年])(\\d{1,2})([-/.月])(\\d{1,2})(日?)(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?");

    private IssueDate() {}

    /** Full-width digits and signs are the same ones (C3a). */
    public static Reading<LocalDate> read(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        Matcher separated = SEPARATED.matcher(text);
        if (separated.matches() && agree(separated)) {
            return of(separated.group(1), separated.group(3), separated.group(5));
        }
        Matcher compact = COMPACT.matcher(text);
        return compact.matches()
                ? of(compact.group(1), compact.group(2), compact.group(3))
                : doubtful("date.unreadable");
    }

    /** The same sign twice; or 年, 月 and 日. */
    private static boolean agree(Matcher date) {
        return date.group(2).equals("年")
                ? date.group(4).equals("月")
                : date.group(2).equals(date.group(4)) && date.group(6).isEmpty();
    }

    private static Reading<LocalDate> of(String year, String month, String day) {
        try {
            return new Reading.Valid<>(
                    LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return doubtful("date.not-real");
        }
    }

    private static Reading<LocalDate> doubtful(String code) {
        return new Reading.Doubtful<>(List.of(new Flaw("C1", code, List.of())));
    }
}
