package io.zhengxun.admin.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnFilter;
import io.zhengxun.registry.submission.returns.ReturnKey;
import io.zhengxun.registry.submission.returns.ReturnList;
import io.zhengxun.registry.submission.returns.ReturnState;
import io.zhengxun.registry.submission.returns.ReturningDesk;
import io.zhengxun.registry.submission.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The returns of one's scope: of an institution what it has to correct. */
@RestController
@RequestMapping("/api/returns")
@Tag(name = "退回")
class ReturnController {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?_(\\d{1,18})");

    private final ReturnList list;
    private final Returns returns;
    private final ReturnViews views;
    private final Institutions institutions;

    ReturnController(ReturnList list, Returns returns, ReturnViews views, Institutions institutions) {
        this.list = list;
        this.returns = returns;
        this.views = views;
        this.institutions = institutions;
    }

    @Schema(name = "退回单列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ReturnView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "2026-12-07_123") String next) {}

    record Query(
            @Parameter(description = "RECORDED、NOTIFIED、CORRECTED 之一；不填为未更正的") String state,
            @Parameter(description = "退回单位：CITY、PROVINCE、MINISTRY 之一") String returnedBy,
            @Parameter(description = "评价机构的编号前缀（证书编号前 13 位）", example = "S000044010001") String institution,
            @Parameter(description = "上一页的 next") String after,
            @Parameter(description = "每页行数，最多 200", example = "50") String limit) {}

    private record Order(ReturnFilter filter, ReturnKey after, int limit) {}

    @GetMapping
    @AnyReader
    @Operation(
            summary = "列出本账号范围内的退回单",
            description = "未更正的按到期日排列，已更正的新的在前。翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            HttpServletRequest request) {
        Order order = order(staff, query, request);
        List<Return> found = list.page(order.filter(), staff.scope(), order.after(), order.limit() + 1);
        List<Return> shown = found.subList(0, Math.min(order.limit(), found.size()));
        return new Page(
                views.lines(shown, staff).stream().map(ReturnViews.Line::view).toList(),
                found.size() > order.limit() ? text(ReturnKey.of(shown.get(order.limit() - 1))) : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<ReturnViews.Line> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            HttpServletRequest request) {
        Order order = order(staff, query, request);
        return new ListSheet<>("returns", ReturnColumns.ALL, Pages.by(
                order.after(),
                line -> ReturnKey.of(line.found()),
                (after, most) -> views.lines(list.page(order.filter(), staff.scope(), after, most), staff)));
    }

    private Order order(Staff staff, Query query, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Query.class);
        ReturnFilter filter = new ReturnFilter(
                parameters.one("state", query.state(), ReturnState.class),
                parameters.one("returnedBy", query.returnedBy(), ReturningDesk.class),
                institution(parameters, query.institution(), staff));
        ReturnKey after = key(parameters, query.after());
        int limit = parameters.limit(query.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        return new Order(filter, after, limit);
    }

    @GetMapping("/{number}")
    @AnyReader
    @Operation(summary = "查询退回单：原因、期限及其计算、收到通知的依据、更正")
    ReturnView one(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        return views.whole(returns.visible(number, staff.scope()), staff);
    }

    private Long institution(Parameters parameters, String typed, Staff staff) {
        String prefix = parameters.text(typed);
        if (prefix == null) {
            return null;
        }
        Long found = institutions.findByNumberPrefix(prefix)
                .filter(staff.scope()::covers)
                .map(institution -> institution.id())
                .orElse(null);
        if (found == null) {
            parameters.flaw("institution", "parameter.no-institution");
        }
        return found;
    }

    private static ReturnKey key(Parameters parameters, String typed) {
        String text = parameters.text(typed);
        Matcher key = KEY.matcher(text == null ? "" : text);
        if (text != null && key.matches()) {
            try {
                return new ReturnKey(
                        key.group(1) == null ? null : LocalDate.parse(key.group(1)), Long.parseLong(key.group(2)));
            } catch (DateTimeException e) {
                // Answered below, like every other key that was not ours.
            }
        }
        if (text != null) {
            parameters.flaw("after", "parameter.after");
        }
        return null;
    }

    private static String text(ReturnKey key) {
        return (key.dueOn() == null ? "" : key.dueOn()) + "_" + key.id();
    }
}
