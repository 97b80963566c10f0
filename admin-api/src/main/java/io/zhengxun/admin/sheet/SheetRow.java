package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.SheetCell;
import java.util.List;

/**
 * A row with all its columns as it stands in the file.
 *
 * @param number counted as a spreadsheet shows it, from 1
 */
record SheetRow(int number, List<SheetCell> cells) {

    SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }
}
