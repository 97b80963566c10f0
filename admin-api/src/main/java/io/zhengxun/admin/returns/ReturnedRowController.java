package io.zhengxun.admin.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.registry.account.Staff;
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

/** The rows of returns, as they were, and beside their corrections (R2, R3). */
@RestController
@RequestMapping("/api")
@Tag(name = "退回")
class ReturnedRowController {

    private final ReturnedRows rows;

    ReturnedRowController(ReturnedRows rows) {
        this.rows = rows;
    }

    @Schema(name = "退回的各行")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page<T>(
            List<T> items,
            @Schema(description = "姓名和证件号码是否完整显示") boolean inFull,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "100") Integer next) {}

    @GetMapping("/returns/{number}/rows")
    @AnyReader
    @Operation(
            summary = "列出退回的各行及原因",
            description = "本机构完整显示，其他账号遮盖姓名和证件号码。加 format=xlsx 导出为 .xlsx。")
    Page<ReturnedRowView> rows(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject RowPlace.Query query,
            HttpServletRequest request) {
        RowPlace place = RowPlace.of(query, request);
        return page(rows.rows(number, place.after(), place.limit(), staff), page ->
                row -> ReturnedRowView.of(row, page.inFull()));
    }

    @GetMapping("/returns/{number}/differences")
    @AnyReader
    @Operation(summary = "逐行逐项列出更正前后的差异", description = "未更正时各项为空。加 format=xlsx 导出为 .xlsx。")
    Page<DifferenceView> differences(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject RowPlace.Query query,
            HttpServletRequest request) {
        RowPlace place = RowPlace.of(query, request);
        return page(rows.differences(number, place.after(), place.limit(), staff), page -> DifferenceView::of);
    }

    @GetMapping("/submissions/{number}/differences")
    @AnyReader
    @Operation(
            summary = "更正批次：逐行逐项列出更正前后的差异",
            description = "本机构和批次所在的技能中心完整显示，其他账号遮盖姓名和证件号码。加 format=xlsx 导出为 .xlsx。")
    Page<DifferenceView> differencesOfBatch(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject RowPlace.Query query,
            HttpServletRequest request) {
        RowPlace place = RowPlace.of(query, request);
        return page(rows.differencesOfBatch(number, place.after(), place.limit(), staff), page -> DifferenceView::of);
    }

    private static <T, V> Page<V> page(ReturnedRows.Page<T> page, Function<ReturnedRows.Page<T>, Function<T, V>> view) {
        return new Page<>(page.rows().stream().map(view.apply(page)).toList(), page.inFull(), page.next());
    }
}
