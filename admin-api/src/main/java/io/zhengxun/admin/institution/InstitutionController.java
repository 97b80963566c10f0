package io.zhengxun.admin.institution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.FiledInstitution;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.InstitutionSearch;
import io.zhengxun.registry.institution.InstitutionSearch.Within;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.KeepingInstitutions;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.refusal.Absent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Institutions within a person's scope. */
@RestController
@RequestMapping("/api/institutions")
@Tag(name = "评价机构", description = "机构备案信息和备案范围")
class InstitutionController {

    private static final List<Column<InstitutionViews.View>> COLUMNS = List.of(
            new Column<>("prefix", 16, InstitutionViews.View::numberPrefix),
            new Column<>("name", 40, InstitutionViews.View::name),
            new Column<>("tier", 14, InstitutionViews.View::tier),
            new Column<>("region", 12, InstitutionViews.View::region),
            new Column<>("phone", 24, InstitutionViews.View::phone));

    private final Institutions institutions;
    private final KeepingInstitutions keeping;
    private final Regions regions;
    private final InstitutionViews views;

    InstitutionController(
            Institutions institutions,
            KeepingInstitutions keeping,
            Regions regions,
            InstitutionViews views) {
        this.institutions = institutions;
        this.keeping = keeping;
        this.regions = regions;
        this.views = views;
    }

    @Schema(name = "评价机构列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<InstitutionViews.View> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "S000044010001") String next) {}

    @GetMapping
    @AnyStaff
    @Operation(
            summary = "本账号范围内的评价机构，按编号前缀排列",
            description = "翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject InstitutionListRequest typed,
            HttpServletRequest request) {
        InstitutionSearch search = search(typed, request, staff);
        List<Institution> found = institutions.search(search.next(search.after(), search.limit() + 1));
        List<Institution> shown = found.subList(0, Math.min(search.limit(), found.size()));
        return new Page(
                shown.stream().map(views::line).toList(),
                found.size() > search.limit() ? shown.get(search.limit() - 1).numberPrefix() : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyStaff
    ListSheet<InstitutionViews.View> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject InstitutionListRequest typed,
            HttpServletRequest request) {
        InstitutionSearch search = search(typed, request, staff);
        return new ListSheet<>("institutions", COLUMNS, Pages.by(
                search.after(), InstitutionViews.View::numberPrefix, (after, most) -> institutions
                        .search(search.next(after, most)).stream()
                        .map(views::line)
                        .toList()));
    }

    @GetMapping("/{numberPrefix}")
    @AnyStaff
    @Operation(summary = "查看评价机构及其备案范围")
    InstitutionViews.View one(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String numberPrefix) {
        FiledInstitution filed = keeping.find(numberPrefix);
        if (!staff.scope().covers(filed.institution())) {
            throw new Absent();
        }
        return views.whole(filed);
    }

    private InstitutionSearch search(InstitutionListRequest typed, HttpServletRequest request, Staff staff) {
        Parameters parameters = new Parameters(request, InstitutionListRequest.class);
        String region = parameters.text(typed.region());
        if (region != null && regions.find(region).isEmpty()) {
            parameters.flaw("region", "parameter.region");
        }
        int limit = parameters.limit(typed.limit(), 50, 200);
        parameters.refuseIfWrong();
        Within within = new Within(staff.scope().institutionId(), staff.scope().regionCode());
        String after = typed.after() == null ? "" : typed.after();
        return InstitutionSearch.typed(within, parameters.text(typed.q()), region, after, limit);
    }
}
