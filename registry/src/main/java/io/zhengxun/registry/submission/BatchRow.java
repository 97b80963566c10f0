package io.zhengxun.registry.submission;

import java.util.EnumMap;
import java.util.Map;

/** A row of a handed-in sheet as it came; nothing is checked yet. */
public final class BatchRow {

    private final int rowNo;
    private final Map<CertificateField, SheetCell> cells;

    /** @param rowNo counted as a spreadsheet shows it, from 1 */
    public BatchRow(int rowNo, Map<CertificateField, SheetCell> cells) {
        this.rowNo = rowNo;
        this.cells = new EnumMap<>(cells);
    }

    public int rowNo() {
        return rowNo;
    }

    /** How many characters its fields have together. */
    int length() {
        return cells.values().stream().mapToInt(cell -> cell.text().length()).sum();
    }

    public SheetCell cell(CertificateField field) {
        return cells.getOrDefault(field, SheetCell.EMPTY);
    }
}
