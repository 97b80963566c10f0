package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.BatchRow;
import io.zhengxun.registry.submission.BatchSheet;
import io.zhengxun.registry.submission.CertificateField;

/** A sheet whose rows are the fields of certificates. */
final class CertificateSheet implements BatchSheet {

    private final FieldSheet<CertificateField> sheet;

    CertificateSheet(FieldSheet<CertificateField> sheet) {
        this.sheet = sheet;
    }

    @Override
    public BatchRow next() {
        FieldSheet.FieldRow<CertificateField> row = sheet.next();
        return row == null ? null : new BatchRow(row.rowNo(), row.cells());
    }

    @Override
    public void close() {
        sheet.close();
    }
}
