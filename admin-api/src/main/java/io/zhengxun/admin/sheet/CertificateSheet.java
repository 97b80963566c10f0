package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.BatchRow;
import io.zhengxun.registry.submission.BatchSheet;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.util.EnumMap;
import java.util.Map;

/** The rows below the header, each as the fields of a certificate. */
final class CertificateSheet implements BatchSheet {

    private final SheetRows rows;
    private final SheetHeader header;
    private final int mostRows;
    private int rowsRead;

    private CertificateSheet(SheetRows rows, SheetHeader header, int mostRows) {
        this.rows = rows;
        this.header = header;
        this.mostRows = mostRows;
    }

    static CertificateSheet open(SheetRows rows, int mostRows) {
        try {
            return new CertificateSheet(rows, SheetHeader.find(rows), mostRows);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    @Override
    public BatchRow next() {
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

    private BatchRow fields(SheetRow row) {
        Map<CertificateField, SheetCell> cells = new EnumMap<>(CertificateField.class);
        header.columns().forEach((field, column) -> cells.put(field, row.cell(column)));
        return new BatchRow(row.number(), cells);
    }

    @Override
    public void close() {
        rows.close();
    }
}
