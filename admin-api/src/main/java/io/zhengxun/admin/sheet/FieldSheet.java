package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rows below the header, each as the fields of a kind of sheet; blank ones are left out.
 *
 * @param <F> its fields
 */
public final class FieldSheet<F extends Enum<F>> implements AutoCloseable {

    private final SheetRows rows;
    private final SheetHeader<F> header;
    private final SheetColumns<F> columns;
    private final int mostRows;
    private int rowsRead;

    /** @param rowNo counted as a spreadsheet shows it, from 1 */
    public record FieldRow<F extends Enum<F>>(int rowNo, Map<F, SheetCell> cells) {}

    private FieldSheet(SheetRows rows, SheetColumns<F> columns, int mostRows) {
        this.rows = rows;
        this.header = SheetHeader.find(rows, columns);
        this.columns = columns;
        this.mostRows = mostRows;
    }

    static <F extends Enum<F>> FieldSheet<F> open(SheetRows rows, SheetColumns<F> columns, int mostRows) {
        try {
            return new FieldSheet<>(rows, columns, mostRows);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /**
     * The next row, or null after the last.
     *
     * @throws UnreadableSheet if the file cannot be read on, or has too many rows
     */
    public FieldRow<F> next() {
        SheetRow row = rows.next();
        while (row != null && row.isBlank()) {
            row = rows.next();
        }
        if (row == null) {
            return null;
        }
        if (++rowsRead > mostRows) {
            throw new UnreadableSheet("too-many-rows", String.valueOf(mostRows));
        }
        return fields(row);
    }

    private FieldRow<F> fields(SheetRow row) {
        Map<F, SheetCell> cells = new EnumMap<>(columns.type());
        header.columns().forEach((field, column) -> cells.put(field, row.cell(column)));
        return new FieldRow<>(row.number(), cells);
    }

    @Override
    public void close() {
        rows.close();
    }
}
