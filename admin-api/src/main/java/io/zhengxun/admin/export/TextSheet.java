package io.zhengxun.admin.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet of texts, written as it grows. */
final class TextSheet {

    private static final String HEADER_COLOUR = "D9E2F3";
    /** The most that a cell of a spreadsheet takes. */
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    TextSheet(OutputStream out, String name) {
        workbook = new Workbook(out, "Zhengxun", null);
        sheet = workbook.newWorksheet(name);
    }

    void header(List<String> texts, List<Integer> widths) {
        for (int column = 0; column < texts.size(); column++) {
            sheet.width(column, widths.get(column));
            sheet.inlineString(0, column, texts.get(column));
            sheet.style(0, column).bold().fillColor(HEADER_COLOUR).set();
        }
        sheet.freezePane(0, 1);
        next = 1;
    }

    /** Inline strings: nothing is taken for a formula or a number. */
    void row(List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            String text = texts.get(column);
            if (!text.isEmpty()) {
                sheet.inlineString(next, column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
            }
        }
        next++;
    }

    /** Sends what is there and forgets it. */
    void flush() throws IOException {
        sheet.flush();
    }

    void end() throws IOException {
        workbook.close();
    }
}
