package io.zhengxun.admin.sheet;

import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.submission.CertificateField;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The empty sheet that institutions fill in: text columns, so that no number loses digits, choices, instructions. */
@Component
public class SheetTemplate {

    static final String INSTRUCTIONS = "填写说明";

    private static final String TEXT_FORMAT = "@";
    private static final String HEADER_COLOUR = "D9E2F3";
    private static final int LAST_ROW = 100_000;
    private static final double WIDTH = 22;

    private final MessageSource messages;

    SheetTemplate(MessageSource messages) {
        this.messages = messages;
    }

    public void writeTo(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhengxun", null)) {
            writeHeader(workbook.newWorksheet("证书数据"));
            writeInstructions(workbook.newWorksheet(INSTRUCTIONS));
        }
    }

    private void writeHeader(Worksheet sheet) {
        for (CertificateField field : CertificateField.values()) {
            int column = field.ordinal();
            sheet.width(column, WIDTH);
            sheet.style(column).format(TEXT_FORMAT).set();
            sheet.value(0, column, field.header());
            sheet.style(0, column).bold().fillColor(HEADER_COLOUR).format(TEXT_FORMAT).set();
        }
        sheet.freezePane(0, 1);
        offer(sheet, CertificateField.ID_TYPE, Arrays.stream(IdType.values()).map(IdType::label).collect(choices()));
        offer(sheet, CertificateField.LEVEL, Arrays.stream(Level.values()).map(Level::label).collect(choices()));
    }

    private static Collector<CharSequence, ?, String> choices() {
        return Collectors.joining(",", "\"", "\"");
    }

    private static void offer(Worksheet sheet, CertificateField field, String choices) {
        sheet.range(1, field.ordinal(), LAST_ROW, field.ordinal()).validateWithListByFormula(choices);
    }

    private void writeInstructions(Worksheet sheet) {
        sheet.width(0, WIDTH);
        sheet.width(1, 90);
        sheet.value(0, 0, text("template.column"));
        sheet.value(0, 1, text("template.how"));
        sheet.range(0, 0, 0, 1).style().bold().fillColor(HEADER_COLOUR).set();
        int row = 1;
        for (CertificateField field : CertificateField.values()) {
            sheet.value(row, 0, field.header());
            sheet.value(row, 1, text("template." + field.name()));
            sheet.style(row++, 1).wrapText(true).set();
        }
        sheet.value(row, 0, text("template.remarks"));
        sheet.value(row, 1, text("template.remarks.text"));
        sheet.style(row, 1).wrapText(true).set();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
