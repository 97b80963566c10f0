package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.ministry.ExportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The workbook that goes to the ministry: every cell a text, a header row first, written as it grows. */
public final class MinistrySheet implements ExportFormat {

    @Override
    public Rows begin(OutputStream out) {
        AnnotatedXlsx workbook = new AnnotatedXlsx(out);
        return new Rows() {
            private AnnotatedRows.Look look = AnnotatedRows.Look.HEADER;

            @Override
            public void write(List<String> cells) throws IOException {
                workbook.write(AnnotatedRows.NEXT, cells, look);
                look = AnnotatedRows.Look.PLAIN;
            }

            @Override
            public void close() throws IOException {
                workbook.close();
            }
        };
    }
}
