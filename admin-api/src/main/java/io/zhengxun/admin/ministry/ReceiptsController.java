package io.zhengxun.admin.ministry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.admin.submission.PageSize;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.ministry.ImportingReceipts;
import io.zhengxun.registry.submission.ministry.MinistryReceipts;
import io.zhengxun.registry.submission.ministry.ReceiptsImport;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The province imports the ministry's receipts (R4). */
@RestController
@RequestMapping("/api/ministry-receipts")
@Tag(name = "上传部中心")
class ReceiptsController {

    private static final List<Column<ReceiptsImport>> COLUMNS = List.of(
            new Column<>("number", 20, ReceiptsImport::number),
            new Column<>("published", 10, ReceiptsImport::publishedRows),
            new Column<>("returned", 10, ReceiptsImport::returnedRows),
            new Column<>("unchanged", 14, ReceiptsImport::unchangedRows),
            new Column<>("by", 16, ReceiptsImport::importedBy),
            new Column<>("at", 20, ReceiptsImport::importedAt),
            new Column<>("digest", 66, ReceiptsImport::digest));

    private final ImportingReceipts importing;
    private final MinistryReceipts receipts;
    private final SheetLimits limits;
    private final MessageSource messages;

    ReceiptsController(
            ImportingReceipts importing, MinistryReceipts receipts, SheetLimits limits, MessageSource messages) {
        this.importing = importing;
        this.receipts = receipts;
        this.limits = limits;
        this.messages = messages;
    }

    @Schema(name = "部中心回执列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ReceiptsView> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "导入部中心的回执",
            description = "上传 .xlsx 或 .csv，列为：证书编号、结果（公布/退回）、公布日期、退回原因。先检查全部行，有任何错误则全部不登记；"
                    + "已登记过的行不再变动，同一文件或有重叠的文件可以重复导入。")
    @ApiResponse(responseCode = "201", description = "已登记")
    @ApiResponse(responseCode = "200", description = "同一文件此前已导入，没有变动")
    @ApiResponse(responseCode = "422", description = "有错误，全部未登记",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject("""
                    {"title": "内容有误", "status": 422, "code": "receipts-refused", "rule": "R4",
                     "detail": "共 120 行，其中 1 行有 1 处错误；全部未登记。请按说明更正后重新导入整个文件", "errorCount": 1,
                     "errors": [{"row": 17, "field": "证书编号", "rule": "R4", "code": "receipt.unknown",
                     "reason": "系统中没有该证书编号，请核对"}]}""")))
    ResponseEntity<ReceiptsView> importFile(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestPart("file") MultipartFile file,
            RequestKey key)
            throws IOException {
        ReceiptsImport.Outcome outcome = importing.importFile(new ReceiptSheet(file.getBytes(), limits), staff, key);
        ReceiptsView view = ReceiptsView.of(outcome.receipts(), outcome.repeated(), notes(outcome));
        return outcome.repeated()
                ? ResponseEntity.ok(view)
                : ResponseEntity.created(URI.create("/api/ministry-receipts/" + view.number())).body(view);
    }

    private List<String> notes(ReceiptsImport.Outcome outcome) {
        ReceiptsImport imported = outcome.receipts();
        List<String> notes = new ArrayList<>();
        if (outcome.repeated()) {
            notes.add(text("ministry.repeated", LegalTime.dayOf(imported.importedAt()), imported.number()));
        } else {
            notes.add(text(
                    "ministry.imported", imported.publishedRows(), imported.returnedRows(), imported.unchangedRows()));
        }
        outcome.awaitedAgain().forEach(row -> notes.add(text("ministry.awaited-again", row)));
        return notes;
    }

    private String text(String key, Object... values) {
        Object[] formatted = Arrays.stream(values).map(String::valueOf).toArray();
        return messages.getMessage(key, formatted, Locale.SIMPLIFIED_CHINESE);
    }

    @GetMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    @Operation(summary = "已导入的回执，新的在前", description = "翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(@RequestParam(required = false) String after, @RequestParam(defaultValue = "50") String limit) {
        int size = PageSize.of(limit, 200);
        List<ReceiptsImport> found = receipts.page(keyOf(after), size + 1);
        List<ReceiptsImport> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                shown.stream().map(ReceiptsView::of).toList(), found.size() > size ? shown.get(size - 1).number() : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    ListSheet<ReceiptsImport> sheet(@RequestParam(required = false) String after) {
        return new ListSheet<>("ministry-receipts", COLUMNS, Pages.by(keyOf(after), ReceiptsImport::id, receipts::page));
    }

    private long keyOf(String after) {
        try {
            return after == null || after.isEmpty() ? Long.MAX_VALUE : receipts.find(after).id();
        } catch (Absent unknown) {
            throw PageSize.unknownKey();
        }
    }

    @GetMapping("/{number}")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    @Operation(summary = "一次导入的回执")
    ReceiptsView one(@PathVariable String number) {
        return ReceiptsView.of(receipts.find(number));
    }
}
