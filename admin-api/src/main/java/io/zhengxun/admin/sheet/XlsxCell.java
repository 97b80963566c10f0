package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.SheetCell.Kind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;

/** What a workbook's cell means. */
final class XlsxCell {

    /** Built-in date formats, by ECMA-376 18.8.30, those of Chinese Excel (27–36, 50–58) included. */
    private static final Set<Integer> DATE_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    /** Above this, {@code toPlainString} of a hostile exponent would be a long text of zeros. */
    private static final int MOST_DIGITS = 40;

    /** The day after 9999-12-31, the last one that spreadsheets know, as they count days from 1900. */
    private static final BigDecimal BEYOND_DAYS = BigDecimal.valueOf(2_958_466);

    private XlsxCell() {}

    static SheetCell of(Cell cell) {
        if (cell == null) {
            return SheetCell.EMPTY;
        }
        return switch (cell.getType()) {
            case EMPTY -> SheetCell.EMPTY;
            case STRING -> SheetCell.text(cell.getValue() == null ? "" : cell.getText());
            case NUMBER -> number(cell);
            case BOOLEAN -> SheetCell.text(cell.getValue() == null ? "" : cell.getText().toUpperCase(Locale.ROOT));
            case FORMULA -> formula(cell);
            case ERROR -> new SheetCell(Kind.ERROR, raw(cell));
        };
    }

    /** A formula's last result as text; one that gave a date shows the day. Without a formula it is a plain text. */
    private static SheetCell formula(Cell cell) {
        if (cell.getFormula() == null) {
            return SheetCell.text(raw(cell));
        }
        boolean date = cell.getValue() instanceof BigDecimal number && isDay(number) && isDate(cell);
        return new SheetCell(Kind.FORMULA, date ? day(cell) : raw(cell));
    }

    /** What is formatted as a date but is no day stays a number: one such cell hides no other row (C6). */
    private static SheetCell number(Cell cell) {
        BigDecimal number = cell.asNumber();
        if (number == null) {
            return SheetCell.text(raw(cell));
        }
        if (isDay(number) && isDate(cell)) {
            return new SheetCell(Kind.DATE, day(cell));
        }
        boolean readable = number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        return new SheetCell(Kind.NUMBER, readable ? plain(number) : raw(cell));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDay(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BEYOND_DAYS) < 0;
    }

    private static String day(Cell cell) {
        return cell.asDate().toLocalDate().toString();
    }

    private static String raw(Cell cell) {
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return id != null && DATE_FORMATS.contains(id) || format != null && showsDay(format);
    }

    /** Whether a format shows a year or a day, outside of quoted texts and bracketed conditions. */
    private static boolean showsDay(String format) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == ']')) {
                bracketed = c == '[';
            } else if (!quoted && !bracketed && "yYdD".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
