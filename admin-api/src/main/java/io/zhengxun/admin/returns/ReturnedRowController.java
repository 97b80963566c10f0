package io.zhengxun.admin.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.registry.submission.returns.ReturnedRows;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows of returns, as a list, as a sheet to be corrected, and beside their corrections (R2, R3). */
@RestController
@RequestMapping("/api")
@Tag(name = "退回")
class ReturnedRowController {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final ReturnedRows rows;
    private final Returns returns;
    private final Institutions institutions;

    ReturnedRowController(ReturnedRows rows, Returns returns, Institutions institutions) {
        this.rows = rows;
        this.returns = returns;
        this.institutions = institutions;
    }

    record Query(
            @Parameter(description = "上一页的 next") String after,
            @Parameter(description = "每页行数，最多 1000", example = "100") String limit) {}

    @Schema(name = "退回的各行")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page<T>(
            List<T> items,
            @Schema(description = "姓名和证件号码是否完整显示") boolean inFull,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "100") Integer next) {}

    private record Place(int after, int limit) {}

    @GetMapping("/returns/{number}/rows")
    @AnyReader
    @Operation(summary = "列出退回的各行及原因", description = "本机构完整显示，其他账号遮盖姓名和证件号码。")
    Page<ReturnedRowView> rows(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject Query query,
            HttpServletRequest request) {
        Place place = place(query, request);
        return page(rows.rows(number, place.after(), place.limit(), staff), page ->
                row -> ReturnedRowView.of(row, page.inFull()));
    }

    @GetMapping("/returns/{number}/differences")
    @AnyReader
    @Operation(summary = "逐行逐项列出更正前后的差异", description = "未更正时各项为空。")
    Page<DifferenceView> differences(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject Query query,
            HttpServletRequest request) {
        Place place = place(query, request);
        return page(rows.differences(number, place.after(), place.limit(), staff), page -> DifferenceView::of);
    }

    @GetMapping("/submissions/{number}/differences")
    @AnyReader
    @Operation(
            summary = "更正批次：逐行逐项列出更正前后的差异",
            description = "本机构和批次所在的技能中心完整显示，其他账号遮盖姓名和证件号码。")
    Page<DifferenceView> differencesOfBatch(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject Query query,
            HttpServletRequest request) {
        Place place = place(query, request);
        return page(rows.differencesOfBatch(number, place.after(), place.limit(), staff), page -> DifferenceView::of);
    }

    @GetMapping("/returns/{number}/sheet")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(
            summary = "下载退回的数据（.xlsx）",
            description = "列与上报模板相同，另有“退回原因”一列；改好后原样上传即可。")
    ListSheet<ReturnedRowView> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        String institution = institutions.find(returns.visible(number, staff.scope()).institutionId())
                .orElseThrow()
                .name();
        return new ListSheet<>("returned", ReturnedRowView.columns(institution), Pages.by(
                0, ReturnedRowView::row, (after, most) -> rows.rows(number, after, most, staff).rows().stream()
                        .map(row -> ReturnedRowView.of(row, true))
                        .toList()));
    }

    private static Place place(Query query, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Query.class);
        int after = 0;
        String key = parameters.text(query.after());
        if (key != null && key.matches("[0-9]{1,9}")) {
            after = Integer.parseInt(key);
        } else if (key != null) {
            parameters.flaw("after", "parameter.after");
        }
        int limit = parameters.limit(query.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        return new Place(after, limit);
    }

    private static <T, V> Page<V> page(ReturnedRows.Page<T> page, Function<ReturnedRows.Page<T>, Function<T, V>> view) {
        return new Page<>(page.rows().stream().map(view.apply(page)).toList(), page.inFull(), page.next());
    }
}
