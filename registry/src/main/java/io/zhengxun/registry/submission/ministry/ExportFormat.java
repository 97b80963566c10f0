package io.zhengxun.registry.submission.ministry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How rows become a file. What a spreadsheet looks like inside is the application's to know. */
public interface ExportFormat {

    Rows begin(OutputStream out) throws IOException;

    /** Where the rows go, from the top; closing ends the file. */
    interface Rows extends AutoCloseable {

        void write(List<String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }
}
