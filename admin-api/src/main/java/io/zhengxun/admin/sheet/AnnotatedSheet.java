package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.SheetCell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An institution's own sheet with the errors of each row in a column of its own (C6): same format, all columns and
 * rows as they came. Written row by row while it is read.
 */
public final class AnnotatedSheet {

    static final String ERRORS = "错误说明";
    static final String ORIGINAL_ROW = "原行号";

    private final SheetFile file;
    private final SheetErrors errors;
    private final boolean onlyFaulty;

    /**
     * @param errors the errors of a row as one text, empty if it has none; asked for in the order of rows
     * @param onlyFaulty leaves out the rows without errors, and adds each row's original number
     */
    public AnnotatedSheet(SheetFile file, IntFunction<String> errors, boolean onlyFaulty) {
        this(file, SheetErrors.of(errors), onlyFaulty);
    }

    /** @param onlyFaulty leaves out the rows without errors, and adds each row's original number */
    public AnnotatedSheet(SheetFile file, SheetErrors errors, boolean onlyFaulty) {
        this.file = file;
        this.errors = errors;
        this.onlyFaulty = onlyFaulty;
    }

    public void writeTo(OutputStream out) throws IOException {
        SheetHeader<?> header = header();
        try (SheetRows rows = file.rows(SheetColumns.CERTIFICATES);
                AnnotatedRows annotated = file.format().equals(SheetFormat.XLSX.extension())
                        ? new AnnotatedXlsx(out)
                        : new AnnotatedCsv(out)) {
            int last = 0;
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                write(row, header, annotated);
                last = row.number();
            }
            writeMissing(last, header, annotated);
        }
    }

    /** Rows that should have stood behind the last one. */
    private void writeMissing(int last, SheetHeader<?> header, AnnotatedRows annotated) throws IOException {
        for (int number = last + 1; errors.goOn(); number++) {
            SheetRow missing = new SheetRow(number, List.of());
            List<String> texts = extended(missing, header, errors.of(number), String.valueOf(number));
            annotated.write(onlyFaulty ? AnnotatedRows.NEXT : number, texts, AnnotatedRows.Look.FAULTY);
        }
    }

    private SheetHeader<?> header() {
        try (SheetRows rows = file.rows(SheetColumns.CERTIFICATES)) {
            return SheetHeader.find(rows, SheetColumns.CERTIFICATES);
        }
    }

    private void write(SheetRow row, SheetHeader<?> header, AnnotatedRows annotated) throws IOException {
        if (row.number() < header.rowNumber()) {
            annotated.write(row.number(), texts(row), AnnotatedRows.Look.PLAIN);
        } else if (row.number() == header.rowNumber()) {
            annotated.write(row.number(), extended(row, header, ERRORS, ORIGINAL_ROW), AnnotatedRows.Look.HEADER);
        } else {
            writeData(row, header, annotated);
        }
    }

    private void writeData(SheetRow row, SheetHeader<?> header, AnnotatedRows annotated) throws IOException {
        String text = errors.of(row.number());
        boolean faulty = !text.isEmpty();
        if (faulty || !onlyFaulty) {
            int place = onlyFaulty ? AnnotatedRows.NEXT : row.number();
            annotated.write(
                    place,
                    extended(row, header, text, String.valueOf(row.number())),
                    faulty ? AnnotatedRows.Look.FAULTY : AnnotatedRows.Look.PLAIN);
        }
    }

    /** A sheet that was given back once already has its column of errors: it is filled anew. */
    private List<String> extended(SheetRow row, SheetHeader<?> header, String text, String originalRow) {
        List<String> texts = new ArrayList<>(texts(row));
        set(texts, header.columnNamed(ERRORS), text);
        if (onlyFaulty) {
            set(texts, header.columnBehind(ERRORS), originalRow);
        }
        return texts;
    }

    private static void set(List<String> texts, int column, String text) {
        while (texts.size() <= column) {
            texts.add("");
        }
        texts.set(column, text);
    }

    private static List<String> texts(SheetRow row) {
        return row.cells().stream().map(SheetCell::text).toList();
    }
}
