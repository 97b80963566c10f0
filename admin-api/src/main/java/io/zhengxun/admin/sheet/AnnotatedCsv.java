package io.zhengxun.admin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An annotated .csv: UTF-8 with the mark by which spreadsheets know it. */
final class AnnotatedCsv implements AnnotatedRows {

    private final CSVPrinter printer;
    private int written;

    AnnotatedCsv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        printer = new CSVPrinter(writer, CSVFormat.DEFAULT);
    }

    @Override
    public void write(int number, List<String> texts, Look look) throws IOException {
        for (; written < number - 1; written++) {
            printer.println();
        }
        printer.printRecord(texts.stream().map(AnnotatedCsv::asText).toList());
        written++;
    }

    /** A text that a spreadsheet would run as a formula gets the apostrophe that makes it a text; it is read back without. */
    private static String asText(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
