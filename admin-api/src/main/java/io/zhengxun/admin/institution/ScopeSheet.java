package io.zhengxun.admin.institution;

import io.zhengxun.admin.sheet.FieldSheet;
import io.zhengxun.admin.sheet.SheetColumns;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.registry.institution.ScopeLine;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sheet of a filed scope: a row for each occupation at one level. */
final class ScopeSheet {

    private static final int MOST_ROWS = 5_000;

    private enum Field {
        OCCUPATION("职业名称"),
        LEVEL("等级");

        private final String header;

        Field(String header) {
            this.header = header;
        }

        String header() {
            return header;
        }
    }

    private static final SheetColumns<Field> COLUMNS = new SheetColumns<>(Field.class, Field::header)
            .also(Field.OCCUPATION, "职业", "职业(工种)", "职业(工种)名称")
            .also(Field.LEVEL, "级别", "技能等级", "职业等级", "职业技能等级");

    private ScopeSheet() {}

    /** @throws UnreadableSheet if it is no such sheet, or has no rows, or too many */
    static List<ScopeLine> lines(SheetFile file) {
        List<ScopeLine> lines = new ArrayList<>();
        try (FieldSheet<Field> sheet = file.open(COLUMNS, MOST_ROWS)) {
            for (var row = sheet.next(); row != null; row = sheet.next()) {
                lines.add(new ScopeLine(
                        "rows[" + row.rowNo() + "]", text(row.cells(), Field.OCCUPATION), text(row.cells(), Field.LEVEL)));
            }
        }
        if (lines.isEmpty()) {
            throw new UnreadableSheet("no-rows");
        }
        return lines;
    }

    /** Formulas and dates are no occupation and no level: they read as nothing, and are named. */
    private static String text(Map<Field, SheetCell> cells, Field field) {
        SheetCell cell = cells.getOrDefault(field, SheetCell.EMPTY);
        return switch (cell.kind()) {
            case TEXT, NUMBER -> cell.text();
            case DATE, FORMULA, ERROR -> "";
        };
    }
}
