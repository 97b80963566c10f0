package io.zhengxun.registry.submission.returns;

import java.util.List;

/**
 * Rows that are to go back.
 *
 * @param by who returns them
 * @param remark to all of them; may be empty, never null
 */
public record NewReturn(ReturningDesk by, String remark, List<ReturnedRow> rows) {

    public NewReturn {
        rows = List.copyOf(rows);
    }

    int rowCount() {
        return rows.size();
    }

    /**
     * @param rowNo in the batch, as a spreadsheet shows it
     * @param reasonCode of the catalogue
     * @param remark to this row; may be empty, never null
     */
    public record ReturnedRow(int rowNo, String reasonCode, String remark) {}
}
