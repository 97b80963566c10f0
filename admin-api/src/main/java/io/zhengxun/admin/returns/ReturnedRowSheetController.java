package io.zhengxun.admin.returns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.submission.returns.ReturnedRows;
import io.zhengxun.registry.submission.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.BiFunction;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows of returns as sheets: to be corrected, or as the lists of {@link ReturnedRowController} show them. */
@RestController
@RequestMapping("/api")
@Tag(name = "退回")
class ReturnedRowSheetController {

    private final ReturnedRows rows;
    private final Returns returns;
    private final Institutions institutions;

    ReturnedRowSheetController(ReturnedRows rows, Returns returns, Institutions institutions) {
        this.rows = rows;
        this.returns = returns;
        this.institutions = institutions;
    }

    @GetMapping(path = "/returns/{number}/rows", produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<ReturnedRowView> rows(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject RowPlace.Query query,
            HttpServletRequest request) {
        return new ListSheet<>(
                "return-rows", ReturnedRowView.listed(), views(number, RowPlace.of(query, request).after(), staff));
    }

    @GetMapping("/returns/{number}/sheet")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(
            summary = "下载退回的数据（.xlsx）",
            description = "列与上报模板相同，另有“退回原因”一列；改好后原样上传即可。")
    ListSheet<ReturnedRowView> toBeCorrected(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        String institution = institutions.find(returns.visible(number, staff.scope()).institutionId())
                .orElseThrow()
                .name();
        return new ListSheet<>("returned", ReturnedRowView.columns(institution), views(number, 0, staff));
    }

    @GetMapping(path = "/returns/{number}/differences", produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<ReturnedRows.Change> differences(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject RowPlace.Query query,
            HttpServletRequest request) {
        return differences(query, request, (after, most) -> rows.differences(number, after, most, staff).rows());
    }

    @GetMapping(path = "/submissions/{number}/differences", produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<ReturnedRows.Change> differencesOfBatch(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @ParameterObject RowPlace.Query query,
            HttpServletRequest request) {
        return differences(
                query, request, (after, most) -> rows.differencesOfBatch(number, after, most, staff).rows());
    }

    private static ListSheet<ReturnedRows.Change> differences(
            RowPlace.Query query,
            HttpServletRequest request,
            BiFunction<Integer, Integer, List<ReturnedRows.Change>> page) {
        return new ListSheet<>("differences", DifferenceColumns.ALL, Pages.by(
                RowPlace.of(query, request).after(), change -> change.reason().rowNo(), page));
    }

    private Pages<ReturnedRowView> views(String number, int start, Staff staff) {
        return Pages.by(start, ReturnedRowView::row, (after, most) -> {
            ReturnedRows.Page<ReturnedRows.Row> page = rows.rows(number, after, most, staff);
            return page.rows().stream().map(row -> ReturnedRowView.of(row, page.inFull())).toList();
        });
    }
}
