package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.submission.SheetCell;
import java.util.Map;

/** A file of the ministry's receipts. What a spreadsheet looks like inside is the application's to know. */
public interface ReceiptFile {

    byte[] content();

    /**
     * Begins to read from the top.
     *
     * @throws io.zhengxun.registry.submission.UnreadableSheet if it is no sheet of receipts
     */
    Rows open();

    /** The rows one at a time from the top; blank ones are left out. */
    interface Rows extends AutoCloseable {

        /**
         * The next row, or null after the last.
         *
         * @throws io.zhengxun.registry.submission.UnreadableSheet if the file cannot be read on
         */
        Row next();

        @Override
        void close();
    }

    /**
     * A row as it came; nothing is checked yet.
     *
     * @param rowNo counted as a spreadsheet shows it, from 1
     */
    record Row(int rowNo, Map<ReceiptField, SheetCell> cells) {

        SheetCell cell(ReceiptField field) {
            return cells.getOrDefault(field, SheetCell.EMPTY);
        }

        /** Without the content. */
        @Override
        public String toString() {
            return "Row[" + rowNo + "]";
        }
    }
}
