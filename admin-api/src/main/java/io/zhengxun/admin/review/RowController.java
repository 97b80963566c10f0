package io.zhengxun.admin.review;

import static io.zhengxun.admin.export.ListSheet.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.submission.PageSize;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.ShownCertificate;
import io.zhengxun.registry.submission.review.BatchRows;
import io.zhengxun.registry.submission.review.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows of a batch, with what the machine noticed (C6, K8). */
@RestController
@Tag(name = "审核")
class RowController {

    private static final int MOST = 500;

    private static final List<Column<RowView>> COLUMNS = List.of(
            new Column<>("row", 8, RowView::row),
            new Column<>("name", 16, RowView::name),
            new Column<>("idType", 20, RowView::idType),
            new Column<>("idNumber", 22, RowView::idNumber),
            new Column<>("occupation", 20, RowView::occupation),
            new Column<>("job", 18, RowView::job),
            new Column<>("level", 14, RowView::level),
            new Column<>("number", 26, RowView::number),
            new Column<>("issued", 12, RowView::issueDate),
            new Column<>("standing", 16, view -> label("story.standing.", view.standing())),
            new Column<>("returned", 16, RowView::returned),
            new Column<>("published", 12, RowView::publishedOn),
            new Column<>("findings", 60, RowView::noticed));

    private final BatchRows rows;
    private final MessageSource messages;

    RowController(BatchRows rows, MessageSource messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Schema(name = "批次数据")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<RowView> items,
            @Schema(description = "姓名和证件号码是否完整显示；完整显示的每一页都记入操作记录") boolean inFull,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "101") Integer next) {}

    @Schema(name = "批次数据行")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            @Schema(description = "行号", example = "17") int row,
            @Schema(description = "姓名", example = "张*") String name,
            @Schema(description = "证件类型", example = "居民身份证") String idType,
            @Schema(description = "证件号码", example = "440*************12") String idNumber,
            @Schema(description = "职业名称", example = "电工") String occupation,
            @Schema(description = "工种/职业方向", example = "无") String job,
            @Schema(description = "职业技能等级", example = "高级工") String level,
            @Schema(description = "证书编号", example = "S000044010001263000123") String number,
            @Schema(description = "发证日期", example = "2026-11-02") LocalDate issueDate,
            @Schema(description = "状态代码", example = "VALID") String standing,
            @Schema(description = "是否已退回、尚未更正") boolean returned,
            @Schema(description = "上网日期；未上网时不显示", example = "2026-12-20") LocalDate publishedOn,
            @Schema(description = "系统检查发现的情况") List<FindingView> findings) {

        private String noticed() {
            return findings.stream().map(FindingView::text).collect(Collectors.joining("；"));
        }

        /** Without the values. */
        @Override
        public String toString() {
            return "RowView[" + row + "]";
        }
    }

    @Schema(name = "系统检查发现")
    record FindingView(
            @Schema(description = "代码", example = "SERIAL_GAP") String code,
            @Schema(description = "依据的规则", example = "K8") String rule,
            @Schema(description = "说明", example = "本批次中该编号之前缺少 2 个流水号，请核对是否漏报") String text) {}

    @GetMapping("/api/submissions/{number}/rows")
    @AnyReader
    @Operation(
            summary = "批次的数据，按行号排列",
            description = "本机构和正在办理该批次的市、省技能中心可见完整的姓名和证件号码，其他人只见遮盖后的。翻页：把上一页的 next 作为 after。"
                    + "加 format=xlsx 导出为 .xlsx，每 1000 行记一次。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "100") String limit) {
        BatchRows.Page page = rows.page(number, PageSize.key(after), PageSize.of(limit, MOST), staff);
        return new Page(views(page), page.inFull(), page.next());
    }

    @GetMapping(path = "/api/submissions/{number}/rows", produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<RowView> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") String after) {
        return new ListSheet<>("rows", COLUMNS, Pages.by(
                PageSize.key(after), RowView::row, (last, most) -> views(rows.page(number, last, most, staff))));
    }

    private List<RowView> views(BatchRows.Page page) {
        return page.rows().stream().map(this::view).toList();
    }

    private RowView view(BatchRows.Row row) {
        ShownCertificate shown = row.certificate();
        return new RowView(
                shown.rowNo(), shown.name(), shown.idType().label(), shown.idNumber(), shown.occupation(), shown.job(),
                shown.level().label(), shown.number(), shown.issueDate(), shown.standing().name(), shown.isReturned(),
                shown.publishedOn(), row.findings().stream().map(this::view).toList());
    }

    private FindingView view(Finding finding) {
        return new FindingView(
                finding.code().name(), finding.code().rule(), messages.getMessage(finding, Locale.SIMPLIFIED_CHINESE));
    }
}
