package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.Flaw;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a cell, and what the spreadsheet may have done to it. */
public final class CellText {

    /** What spreadsheets keep of a number; all digits behind are gone (they stand as zeros). */
    private static final int DIGITS_KEPT = 15;
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{1,3}");

    private CellText() {}

    /** Without outer spaces of all widths, and without the apostrophe by which a text is typed as a text. */
    public static String of(SheetCell cell) {
        String text = stripped(cell.text());
        boolean marked = !text.isEmpty() && (text.charAt(0) == '\'' || text.charAt(0) == '\u2018');
        return marked ? stripped(text.substring(1)) : text;
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\uFEFF' || c == '\u200B' || c > 127 && Character.isSpaceChar(c);
    }

    /** Why the cell's content cannot be taken as it stands, whatever it says. */
    public static Optional<Flaw> flaw(CertificateField field, SheetCell cell) {
        return switch (cell.kind()) {
            case FORMULA -> Optional.of(flaw("C6", "cell.formula"));
            case ERROR -> Optional.of(flaw("C6", "cell.error"));
            case DATE -> field == CertificateField.ISSUE_DATE
                    ? Optional.empty()
                    : Optional.of(flaw("C6", "cell.date", field.header()));
            case NUMBER -> isCode(field) && cell.text().length() > DIGITS_KEPT
                    ? Optional.of(flaw("C3a", "cell.digits-lost", field.header()))
                    : Optional.empty();
            case TEXT -> isCode(field) && SCIENTIFIC.matcher(of(cell)).matches()
                    ? Optional.of(flaw("C3a", "cell.digits-lost", field.header()))
                    : Optional.empty();
        };
    }

    private static boolean isCode(CertificateField field) {
        return field == CertificateField.ID_NUMBER || field == CertificateField.NUMBER;
    }

    static Flaw flaw(String rule, String code, String... arguments) {
        return new Flaw(rule, code, List.of(arguments));
    }
}
