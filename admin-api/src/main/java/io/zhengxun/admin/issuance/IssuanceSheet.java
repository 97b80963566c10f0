package io.zhengxun.admin.issuance;

import io.zhengxun.admin.sheet.FieldSheet;
import io.zhengxun.admin.sheet.SheetColumns;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.issuance.IssuanceField;
import io.zhengxun.registry.issuance.IssuanceForm;
import io.zhengxun.registry.issuance.IssuanceLine;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of issuances: five columns, a row for each. */
final class IssuanceSheet {

    static final int MOST_ROWS = 1000;

    private static final SheetColumns<IssuanceField> COLUMNS = new SheetColumns<>(
                    IssuanceField.class, IssuanceField::header)
            .also(IssuanceField.PLAN_NO, "计划编号", "计划号", "评价计划号", "评价计划")
            .also(IssuanceField.OCCUPATION, "职业", "职业(工种)", "职业(工种)名称")
            .also(IssuanceField.LEVEL, "等级", "级别", "技能等级", "证书等级", "职业等级", "技能级别")
            .also(IssuanceField.COUNT, "人数", "发证数", "发证数量", "数量", "证书数量")
            .also(IssuanceField.ISSUE_DATE, "发证时间", "颁证日期", "颁发日期", "签发日期");

    /** What spreadsheets keep of a number; all digits behind are gone (they stand as zeros). */
    private static final int DIGITS_KEPT = 15;
    private static final double WIDTH = 22;

    private IssuanceSheet() {}

    /** @throws UnreadableSheet if it is no sheet of issuances, or has no rows, or too many */
    static List<IssuanceLine> lines(SheetFile file) {
        List<IssuanceLine> lines = new ArrayList<>();
        try (FieldSheet<IssuanceField> sheet = file.open(COLUMNS, MOST_ROWS)) {
            for (var row = sheet.next(); row != null; row = sheet.next()) {
                IssuanceForm form = new IssuanceForm();
                row.cells().forEach((field, cell) -> fill(form, field, cell));
                lines.add(new IssuanceLine(row.rowNo(), form));
            }
        }
        if (lines.isEmpty()) {
            throw new UnreadableSheet("no-rows");
        }
        return lines;
    }

    private static void fill(IssuanceForm form, IssuanceField field, SheetCell cell) {
        switch (cell.kind()) {
            case FORMULA, ERROR -> form.without(field, FieldFlaw.of(field.key(), "issuance.cell"));
            case DATE -> {
                if (field == IssuanceField.ISSUE_DATE) {
                    form.with(field, cell.text());
                } else {
                    form.without(field, FieldFlaw.of(field.key(), "issuance.cell-date", field.header()));
                }
            }
            case NUMBER -> {
                if (field == IssuanceField.PLAN_NO && cell.text().length() > DIGITS_KEPT) {
                    form.without(field, FieldFlaw.of(field.key(), "issuance.digits-lost", field.header()));
                } else {
                    form.with(field, cell.text());
                }
            }
            case TEXT -> form.with(field, cell.text());
        }
    }

    /** The empty sheet: text columns, so that no plan number loses digits or becomes a date. */
    static void writeTemplate(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhengxun", null)) {
            Worksheet sheet = workbook.newWorksheet("发证登记");
            for (IssuanceField field : IssuanceField.values()) {
                sheet.width(field.ordinal(), WIDTH);
                sheet.style(field.ordinal()).format("@").set();
                sheet.value(0, field.ordinal(), field.header());
                sheet.style(0, field.ordinal()).bold().format("@").set();
            }
            int level = IssuanceField.LEVEL.ordinal();
            sheet.range(1, level, MOST_ROWS, level).validateWithListByFormula(
                    Arrays.stream(Level.values()).map(Level::label).collect(Collectors.joining(",", "\"", "\"")));
        }
    }
}
