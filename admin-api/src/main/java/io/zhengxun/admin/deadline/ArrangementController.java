package io.zhengxun.admin.deadline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.deadline.CalendarViews.MovesView;
import io.zhengxun.admin.deadline.CalendarViews.PreviewView;
import io.zhengxun.admin.sheet.FieldSheet.FieldRow;
import io.zhengxun.admin.sheet.FieldSheet;
import io.zhengxun.admin.sheet.SheetColumns;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.ArrangementFile;
import io.zhengxun.registry.deadline.CalendarChange;
import io.zhengxun.registry.deadline.ChangingCalendar;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The administrator imports the State Council's arrangement of a year by file (T2). */
@RestController
@RequestMapping(path = "/api/working-days/arrangements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
@Tag(name = "工作日历")
class ArrangementController {

    /** In the order of {@link ArrangementFile#COLUMNS}. */
    private enum Column {
        DAY,
        WORKING,
        NAME
    }

    private static final SheetColumns<Column> SHEET =
            new SheetColumns<>(Column.class, column -> ArrangementFile.COLUMNS.get(column.ordinal()));

    private final ChangingCalendar changing;
    private final SheetLimits limits;
    private final OnceOnly onceOnly;
    private final DeadlineLines lines;

    ArrangementController(ChangingCalendar changing, SheetLimits limits, OnceOnly onceOnly, DeadlineLines lines) {
        this.changing = changing;
        this.limits = limits;
        this.onceOnly = onceOnly;
        this.lines = lines;
    }

    @PostMapping("/preview")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(
            summary = "检查一年的放假安排，预览会变动的期限",
            description = ".xlsx 或 .csv，表头为 日期、上班/放假、名称；每个放假日和补班日一行，一个文件一年。不作任何更改。")
    PreviewView preview(@RequestPart("file") MultipartFile file) throws IOException {
        return PreviewView.of(changing.preview(read(file.getBytes())), lines);
    }

    @PostMapping
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "导入一年的放假安排", description = "代替该年原有的安排；同时重新计算受影响的期限，返回变动的期限。")
    MovesView arrange(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestPart("file") MultipartFile file,
            @Parameter(description = "预览返回的 token") @RequestParam(required = false) String preview,
            RequestKey key)
            throws IOException {
        CalendarChange.ImportYear year = read(file.getBytes());
        RequestKey withFile = key == null ? null : key.with(HexFormat.of().parseHex(year.fileDigest()));
        return onceOnly.run(
                withFile, MovesView.class, () -> MovesView.of(changing.change(staff, year, preview), lines));
    }

    private CalendarChange.ImportYear read(byte[] content) {
        return ArrangementFile.read(lines(SheetFile.of(content, limits)), digest(content));
    }

    private static List<ArrangementFile.Line> lines(SheetFile file) {
        List<ArrangementFile.Line> lines = new ArrayList<>();
        try (FieldSheet<Column> sheet = file.open(SHEET, ArrangementFile.MOST_LINES)) {
            for (FieldRow<Column> row = sheet.next(); row != null; row = sheet.next()) {
                lines.add(new ArrangementFile.Line(
                        row.rowNo(), text(row, Column.DAY), text(row, Column.WORKING), text(row, Column.NAME)));
            }
        }
        if (lines.isEmpty()) {
            throw new UnreadableSheet("no-rows");
        }
        return lines;
    }

    private static String text(FieldRow<Column> row, Column column) {
        return row.cells().getOrDefault(column, SheetCell.EMPTY).text().strip();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
