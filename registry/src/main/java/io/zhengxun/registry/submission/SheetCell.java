package io.zhengxun.registry.submission;

/**
 * One cell of a handed-in sheet.
 *
 * @param text what it holds, as text: a date as {@code 2026-09-22}, a number in plain digits, a formula's last result
 */
public record SheetCell(Kind kind, String text) {

    public static final SheetCell EMPTY = new SheetCell(Kind.TEXT, "");

    /** As what the spreadsheet stored the cell. */
    public enum Kind {
        TEXT,
        /** Spreadsheets keep 15 digits of a number: an ID number stored like this has lost its last ones. */
        NUMBER,
        DATE,
        FORMULA,
        /** An error value such as #N/A. */
        ERROR
    }

    public static SheetCell text(String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(Kind.TEXT, text);
    }

    public boolean isBlank() {
        return text.isBlank() && kind != Kind.FORMULA && kind != Kind.ERROR;
    }

    /** Without the content: it may be personal (Q6). */
    @Override
    public String toString() {
        return kind + "(" + text.length() + " characters)";
    }
}
