package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.list.BatchList;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The batches of a person's scope, searched and filtered; on the screen or as a workbook. */
@RestController
@RequestMapping("/api/submissions")
@Tag(name = "批次", description = "已上报的证书数据")
class BatchListController {

    private final BatchList list;
    private final BatchListReader reader;
    private final BatchListColumns columns;
    private final SubmissionViews views;
    private final Institutions institutions;

    BatchListController(
            BatchList list,
            BatchListReader reader,
            BatchListColumns columns,
            SubmissionViews views,
            Institutions institutions) {
        this.list = list;
        this.reader = reader;
        this.columns = columns;
        this.views = views;
        this.institutions = institutions;
    }

    @Schema(name = "批次列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<SubmissionView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "PC261123-7KQ2MX4T") String next) {}

    @GetMapping
    @AnyReader
    @Operation(
            summary = "查询本账号范围内的批次，新的在前",
            description = "各条件可以同时使用。按发证日期查询时以发证日期为序，按批次号查询时以批次号为序。"
                    + "翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject BatchListRequest parameters,
            HttpServletRequest request) {
        BatchListReader.Order order = reader.read(parameters, request, staff.scope());
        List<Submission> found = list.page(order.filter(), staff.scope(), order.last(), order.limit() + 1);
        List<Submission> shown = found.subList(0, Math.min(order.limit(), found.size()));
        return new Page(
                views.of(
                        shown,
                        institutions.find(shown.stream().map(Submission::institutionId).collect(Collectors.toSet())),
                        staff),
                found.size() > order.limit() ? shown.get(order.limit() - 1).number() : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<BatchListColumns.Line> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject BatchListRequest parameters,
            HttpServletRequest request) {
        BatchListReader.Order order = reader.read(parameters, request, staff.scope());
        ListSheet.Pages<BatchListColumns.Line> pages = (last, most) -> columns.lines(
                list.page(order.filter(), staff.scope(), last == null ? order.last() : last.batch(), most));
        return new ListSheet<>("submissions", columns.columns(), pages);
    }
}
