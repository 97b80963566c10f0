package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a .csv. Rows are counted as records, the way a spreadsheet does, not as lines. */
final class CsvRows implements SheetRows {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    private static final char[] SEPARATORS = {',', ';', '\t', '；'};
    private static final int MOST_COLUMNS = 702;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private CsvRows(byte[] content, char separator) {
        try {
            parser = CSVParser.builder()
                    .setReader(CsvText.reader(content))
                    .setFormat(FORMAT.builder().setDelimiter(separator).get())
                    .get();
            records = parser.iterator();
        } catch (IOException e) {
            throw broken(1);
        }
    }

    /** Columns stand apart by commas, or else by the sign that makes a header of one of the first rows. */
    static CsvRows of(byte[] content, SheetColumns<?> columns) {
        for (char separator : SEPARATORS) {
            if (separates(separator, content, columns)) {
                return new CsvRows(content, separator);
            }
        }
        return new CsvRows(content, ',');
    }

    private static boolean separates(char separator, byte[] content, SheetColumns<?> columns) {
        try (CsvRows rows = new CsvRows(content, separator)) {
            return SheetHeader.isAmong(rows, columns);
        } catch (UnreadableSheet e) {
            // With its quotes in the wrong places or too wide; as one with commas it is refused with the row.
            return false;
        }
    }

    @Override
    public SheetRow next() {
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            // Without the cause: its message may quote the file.
            throw broken(parser.getRecordNumber() + 1);
        }
    }

    private static UnreadableSheet broken(long row) {
        return new UnreadableSheet("csv-quotes", String.valueOf(row));
    }

    private static SheetRow row(CSVRecord record) {
        if (record.size() > MOST_COLUMNS) {
            throw new UnreadableSheet("too-many-columns", String.valueOf(MOST_COLUMNS));
        }
        List<SheetCell> cells = new ArrayList<>(record.size());
        for (String text : record) {
            cells.add(cell(text));
        }
        return new SheetRow((int) record.getRecordNumber(), cells);
    }

    /** {@code ="0123"} is how a .csv tells a spreadsheet to keep a text; any other formula has no value here. */
    private static SheetCell cell(String text) {
        if (!text.startsWith("=")) {
            return SheetCell.text(text);
        }
        boolean quoted = text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"");
        return quoted
                ? SheetCell.text(text.substring(2, text.length() - 1))
                : new SheetCell(SheetCell.Kind.FORMULA, text);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
