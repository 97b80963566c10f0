package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of the first visible sheet of an .xlsx other than the instructions. The workbook was inspected before:
 * see {@link XlsxInspection}.
 */
final class XlsxRows implements SheetRows {

    private static final int LAST_ROW = 1_048_576;

    private ReadableWorkbook workbook;
    private Stream<Row> stream;
    private Iterator<Row> rows;
    /** Null once the ISO dates in it were made texts. */
    private byte[] original;
    private int lastRow;
    private int rowsRead;

    XlsxRows(byte[] content) {
        original = content;
        open(content);
    }

    private void open(byte[] content) {
        workbook = readable(() -> opened(content));
        try {
            stream = readable(() -> opened(firstSheet()));
            rows = stream.iterator();
        } catch (UnreadableSheet e) {
            closeWorkbook();
            throw e;
        }
    }

    /** Number formats tell dates from numbers. A workbook without styles has none, and is read without. */
    private static ReadableWorkbook opened(byte[] content) {
        try {
            return opened(content, true);
        } catch (RuntimeException | IOException e) {
            try {
                return opened(content, false);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static ReadableWorkbook opened(byte[] content, boolean withFormats) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(withFormats, true));
    }

    private Sheet firstSheet() {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .filter(sheet -> !SheetTemplate.INSTRUCTIONS.equals(sheet.getName().strip()))
                .findFirst()
                .orElseThrow(() -> new UnreadableSheet("no-sheet"));
    }

    private static Stream<Row> opened(Sheet sheet) {
        try {
            return sheet.openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SheetRow next() {
        return readable(this::nextRow);
    }

    private SheetRow nextRow() {
        Row row;
        try {
            row = nextOfLibrary();
        } catch (IllegalStateException e) {
            // So the library answers a type of cell that it does not know.
            if (original == null) {
                throw e;
            }
            reopenWithTexts();
            row = nextOfLibrary();
        }
        return row == null ? null : row(row);
    }

    private Row nextOfLibrary() {
        return rows.hasNext() ? rows.next() : null;
    }

    /** And goes on behind the last row that was read. */
    private void reopenWithTexts() {
        byte[] content = original;
        original = null;
        close();
        try {
            open(IsoDates.asTexts(content));
        } catch (IOException | XMLStreamException e) {
            // Without the cause: its message may quote the file.
            throw new UnreadableSheet("broken-workbook");
        }
        for (int i = 0; i < rowsRead; i++) {
            rows.next();
        }
    }

    /** The library answers damage with whatever exception comes; their messages may quote the file. */
    private static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableSheet e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableSheet("broken-workbook");
        }
    }

    /** Rows stand in their order, no further down than spreadsheets go: gaps are written out as empty rows. */
    private SheetRow row(Row row) {
        if (row.getRowNum() <= lastRow || row.getRowNum() > LAST_ROW) {
            throw new UnreadableSheet("broken-workbook");
        }
        lastRow = row.getRowNum();
        rowsRead++;
        List<SheetCell> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(XlsxCell.of(cell));
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    @Override
    public void close() {
        stream.close();
        closeWorkbook();
    }

    private void closeWorkbook() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
