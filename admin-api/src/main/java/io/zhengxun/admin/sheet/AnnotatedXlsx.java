package io.zhengxun.admin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An annotated .xlsx. Every cell is a text: nothing in it can run as a formula, no number loses digits. */
final class AnnotatedXlsx implements AnnotatedRows {

    private static final int ROWS_HELD = 500;
    /** Rows of the longest cells would fill the memory long before there are that many. */
    private static final int CHARACTERS_HELD = 2_000_000;
    private static final String FAULTY_COLOUR = "FFE0E0";
    private static final String HEADER_COLOUR = "D9E2F3";
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;
    private int rowsHeld;
    private int charactersHeld;

    AnnotatedXlsx(OutputStream out) {
        workbook = new Workbook(out, "Zhengxun", null);
        sheet = workbook.newWorksheet("证书数据");
    }

    @Override
    public void write(int number, List<String> texts, Look look) throws IOException {
        int row = number == NEXT ? next : number - 1;
        for (int column = 0; column < texts.size(); column++) {
            // The errors of a row are the last column and may be many: they break into lines.
            write(row, column, texts.get(column), look, column == texts.size() - 1);
        }
        next = row + 1;
        if (++rowsHeld >= ROWS_HELD || charactersHeld >= CHARACTERS_HELD) {
            sheet.flush();
            rowsHeld = 0;
            charactersHeld = 0;
        }
    }

    private void write(int row, int column, String text, Look look, boolean lines) {
        if (!text.isEmpty()) {
            charactersHeld += text.length();
            sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
        }
        switch (look) {
            case PLAIN -> { }
            case HEADER -> sheet.style(row, column).bold().fillColor(HEADER_COLOUR).set();
            case FAULTY -> sheet.style(row, column).fillColor(FAULTY_COLOUR).format("@").wrapText(lines).set();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
