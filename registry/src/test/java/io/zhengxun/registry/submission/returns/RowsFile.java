package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.submission.BatchFile;
import io.zhengxun.registry.submission.BatchRow;
import io.zhengxun.registry.submission.BatchSheet;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.SheetCell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A sheet in memory, whose rows begin with 2. */
public final class RowsFile implements BatchFile {

    private final List<Map<CertificateField, String>> rows = new ArrayList<>();

    public static RowsFile of(Institution institution, int... rowNos) {
        RowsFile file = new RowsFile();
        for (int rowNo : rowNos) {
            file.add(institution, rowNo);
        }
        return file;
    }

    RowsFile add(Institution institution, int rowNo) {
        NewCertificate row = ReturnCases.Cases.certificate(institution, rowNo);
        Map<CertificateField, String> cells = new EnumMap<>(CertificateField.class);
        cells.put(CertificateField.NAME, row.holder().name().plain());
        cells.put(CertificateField.ID_TYPE, row.holder().idNumber().type().label());
        cells.put(CertificateField.ID_NUMBER, row.holder().idNumber().plain());
        cells.put(CertificateField.OCCUPATION, row.occupation());
        cells.put(CertificateField.JOB, row.job());
        cells.put(CertificateField.LEVEL, row.level().label());
        cells.put(CertificateField.NUMBER, row.number().value());
        cells.put(CertificateField.ISSUE_DATE, row.issueDate().toString());
        cells.put(CertificateField.INSTITUTION, institution.name());
        rows.add(cells);
        return this;
    }

    /** @param index of the row, from 0 */
    public RowsFile with(int index, CertificateField field, String text) {
        rows.get(index).put(field, text);
        return this;
    }

    @Override
    public byte[] content() {
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public BatchSheet open() {
        Iterator<Map<CertificateField, String>> all = rows.iterator();
        return new BatchSheet() {

            private int rowNo = 1;

            @Override
            public BatchRow next() {
                return all.hasNext() ? row(++rowNo, all.next()) : null;
            }

            @Override
            public void close() {}
        };
    }

    private static BatchRow row(int rowNo, Map<CertificateField, String> texts) {
        Map<CertificateField, SheetCell> cells = new EnumMap<>(CertificateField.class);
        texts.forEach((field, text) -> cells.put(field, SheetCell.text(text)));
        return new BatchRow(rowNo, cells);
    }
}
