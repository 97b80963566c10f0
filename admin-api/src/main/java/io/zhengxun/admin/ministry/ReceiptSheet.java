package io.zhengxun.admin.ministry;

import io.zhengxun.admin.sheet.FieldSheet;
import io.zhengxun.admin.sheet.SheetColumns;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.registry.submission.ministry.ReceiptField;
import io.zhengxun.registry.submission.ministry.ReceiptFile;

/** A sheet of the ministry's receipts: four columns, a row for each certificate. */
final class ReceiptSheet implements ReceiptFile {

    private static final SheetColumns<ReceiptField> COLUMNS = new SheetColumns<>(ReceiptField.class, ReceiptField::header)
            .also(ReceiptField.NUMBER, "证书号", "证书号码", "证书编码")
            .also(ReceiptField.RESULT, "审核结果", "处理结果", "公布结果")
            .also(ReceiptField.PUBLISHED_ON, "公布时间", "发布日期", "上网日期")
            .also(ReceiptField.REASON, "退回理由", "退回说明", "原因");

    private final SheetFile file;
    private final int mostRows;

    /** @throws io.zhengxun.registry.submission.UnreadableSheet if it is no .xlsx or .csv, or beyond the limits */
    ReceiptSheet(byte[] content, SheetLimits limits) {
        this.file = SheetFile.of(content, limits);
        this.mostRows = limits.rows();
    }

    @Override
    public byte[] content() {
        return file.content();
    }

    @Override
    public Rows open() {
        FieldSheet<ReceiptField> sheet = file.open(COLUMNS, mostRows);
        return new Rows() {
            @Override
            public Row next() {
                FieldSheet.FieldRow<ReceiptField> row = sheet.next();
                return row == null ? null : new Row(row.rowNo(), row.cells());
            }

            @Override
            public void close() {
                sheet.close();
            }
        };
    }
}
