package io.zhengxun.admin.ministry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.sheet.MinistrySheet;
import io.zhengxun.admin.sheet.SheetFormat;
import io.zhengxun.admin.submission.Downloads;
import io.zhengxun.admin.submission.PageSize;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.ministry.ExportingToMinistry;
import io.zhengxun.registry.submission.ministry.MinistryExport;
import io.zhengxun.registry.submission.ministry.MinistryExports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The province sends approved batches to the ministry (R4). */
@RestController
@RequestMapping("/api/ministry-exports")
@Tag(name = "上传部中心", description = "导出上传文件、登记部中心的回执（省技能中心）")
class ExportController {

    private static final List<Column<MinistryExport>> COLUMNS = List.of(
            new Column<>("number", 20, MinistryExport::number),
            new Column<>("batches", 10, MinistryExport::batchCount),
            new Column<>("rows", 10, MinistryExport::rowCount),
            new Column<>("by", 16, MinistryExport::exportedBy),
            new Column<>("at", 20, MinistryExport::exportedAt),
            new Column<>("digest", 66, MinistryExport::digest));

    private final ExportingToMinistry exporting;
    private final MinistryExports exports;

    ExportController(ExportingToMinistry exporting, MinistryExports exports) {
        this.exporting = exporting;
        this.exports = exports;
    }

    @Schema(name = "导出上传文件")
    record Form(
            @Schema(description = "要上传的批次及所见的版本") List<Item> batches,
            @Schema(description = "true：全部已批准的批次，期限近的在前，装满一个文件为止") Boolean allApproved) {

        @Schema(name = "批次及版本")
        record Item(@Schema(example = "PC261123-7KQ2MX4T") String number, @Schema(example = "5") Integer version) {}

        boolean all() {
            return Boolean.TRUE.equals(allApproved);
        }

        List<Ordered> checked() {
            List<FieldFlaw> flaws = new ArrayList<>();
            List<Item> items = batches == null ? List.of() : batches;
            if (items.isEmpty() != all()) {
                flaws.add(FieldFlaw.of("batches", "export.batches"));
            }
            List<Ordered> ordered = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                if (item == null || item.number() == null || item.version() == null) {
                    flaws.add(FieldFlaw.of("batches[" + i + "]", "export.batch"));
                } else {
                    ordered.add(new Ordered(item.number(), item.version()));
                }
            }
            FieldsRefused.throwIfAny("R4", flaws);
            return ordered;
        }
    }

    @Schema(name = "上传部中心的文件列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ExportView> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    @PostMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "导出已批准的批次，上传部中心",
            description = "多个批次合为一个 .xlsx 文件，按标准字段顺序；文件摘要（SHA-256）存档。全部成功或全部不变。")
    @ApiResponse(responseCode = "201", description = "已导出")
    @ApiResponse(responseCode = "409", description = "有批次未经批准或已有变化，或没有可导出的批次")
    ResponseEntity<ExportView> export(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody Form form, RequestKey key) {
        List<Ordered> named = form.checked();
        MinistryExport export = form.all()
                ? exporting.exportApproved(new MinistrySheet(), staff, key)
                : exporting.export(named, new MinistrySheet(), staff, key);
        return ResponseEntity.created(URI.create("/api/ministry-exports/" + export.number())).body(whole(export));
    }

    @GetMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    @Operation(summary = "上传部中心的文件，新的在前", description = "翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(@RequestParam(required = false) String after, @RequestParam(defaultValue = "50") String limit) {
        int size = PageSize.of(limit, 200);
        List<MinistryExport> found = exports.page(keyOf(after), size + 1);
        List<MinistryExport> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                shown.stream().map(export -> ExportView.of(export, null)).toList(),
                found.size() > size ? shown.get(size - 1).number() : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    ListSheet<MinistryExport> sheet(@RequestParam(required = false) String after) {
        return new ListSheet<>("ministry-exports", COLUMNS, Pages.by(keyOf(after), MinistryExport::id, exports::page));
    }

    private long keyOf(String after) {
        try {
            return after == null || after.isEmpty() ? Long.MAX_VALUE : exports.find(after).id();
        } catch (Absent unknown) {
            throw PageSize.unknownKey();
        }
    }

    @GetMapping("/{number}")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR})
    @Operation(summary = "一个上传文件及所含批次")
    ExportView one(@PathVariable String number) {
        return whole(exports.find(number));
    }

    private ExportView whole(MinistryExport export) {
        return ExportView.of(export, exports.batches(export));
    }

    @GetMapping("/{number}/file")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "下载上传文件", description = "与导出时逐字节相同；含姓名和证件号码，每次下载都留下操作记录。")
    void file(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            HttpServletResponse response)
            throws IOException {
        MinistryExport export = exports.find(number);
        exports.recordDownload(export, staff);
        Downloads.begin(response, SheetFormat.XLSX.mediaType(), "上传部中心-" + export.number() + ".xlsx");
        byte[] digest = HexFormat.of().parseHex(export.digest());
        response.setHeader("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        exports.writeTo(export, response.getOutputStream());
    }
}
