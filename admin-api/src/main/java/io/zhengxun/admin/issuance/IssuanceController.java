package io.zhengxun.admin.issuance;

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
import io.zhengxun.admin.problem.ParameterRefused;
import io.zhengxun.admin.submission.PageSize;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.IssuanceSearch;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.refusal.Absent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was issued and how much of it was reported, within the account's scope (T3). */
@RestController
@RequestMapping("/api/issuances")
@Tag(name = "发证登记", description = "登记发证、查询上报期限")
class IssuanceController {

    private static final int UNLESS_GIVEN = 50;
    private static final int MOST = 200;

    private final Issuances issuances;
    private final IssuanceViews views;
    private final Clock clock;

    IssuanceController(Issuances issuances, IssuanceViews views, Clock clock) {
        this.issuances = issuances;
        this.views = views;
        this.clock = clock;
    }

    @Schema(name = "发证登记列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<IssuanceView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "FZ261123-7KQ2MX4T") String next) {}

    /** The parameters of the list, as they were typed. */
    record Query(
            @Parameter(description = "new（默认）新的在前；due 只列待上报的，期限近的在前") String order,
            @Parameter(description = "OPEN、REPORTED、CANCELLED 之一") String state,
            @Parameter(description = "上一页的 next") String after,
            @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

    @GetMapping("/{number}")
    @AnyReader
    @Operation(summary = "查询发证登记及其期限")
    IssuanceView one(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        return views.whole(issuances.visible(number, staff.scope()), staff);
    }

    @GetMapping
    @AnyReader
    @Operation(
            summary = "本账号范围内的发证登记",
            description = "order=new（默认）新的在前；order=due 只列待上报的，期限近的在前。翻页：把上一页的 next 作为 after。"
                    + "加 format=xlsx 导出为 .xlsx。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            HttpServletRequest request) {
        new Parameters(request, Query.class).refuseIfWrong();
        int size = query.limit() == null || query.limit().isEmpty() ? UNLESS_GIVEN : PageSize.of(query.limit(), MOST);
        List<Issuance> found = pages(query, staff).after(last(query.after(), staff), size + 1);
        List<Issuance> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(views.of(shown, staff), found.size() > size ? shown.get(size - 1).number() : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyReader
    @Operation(summary = "导出发证登记列表（.xlsx）")
    ListSheet<IssuanceViews.Line> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            HttpServletRequest request) {
        new Parameters(request, Query.class).refuseIfWrong();
        Pages<Issuance> pages = pages(query, staff);
        return new ListSheet<>("issuances", IssuanceColumns.on(LegalTime.dayOf(clock.instant())), Pages.by(
                last(query.after(), staff),
                IssuanceViews.Line::issuance,
                (after, most) -> views.lines(pages.after(after, most))));
    }

    private Pages<Issuance> pages(Query query, Staff staff) {
        Issuance.State state = state(query.state());
        Function<IssuanceSearch, List<Issuance>> list = switch (query.order() == null ? "new" : query.order()) {
            case "", "new" -> issuances::newestFirst;
            case "due" -> issuances::openByDue;
            default -> throw new ParameterRefused("issuance-order");
        };
        return (last, most) -> list.apply(new IssuanceSearch(staff.scope(), state, last, most));
    }

    private static Issuance.State state(String state) {
        if (state == null || state.isEmpty()) {
            return null;
        }
        return Arrays.stream(Issuance.State.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElseThrow(() -> new ParameterRefused("issuance-state"));
    }

    private Issuance last(String after, Staff staff) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            return issuances.visible(after, staff.scope());
        } catch (Absent e) {
            throw PageSize.unknownKey();
        }
    }
}
