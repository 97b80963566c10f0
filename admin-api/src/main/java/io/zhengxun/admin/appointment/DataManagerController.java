package io.zhengxun.admin.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.appointment.Appointments;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looking up data managers: a city its own, the province all (W3). */
@RestController
@RequestMapping("/api/data-managers")
@Tag(name = "数据管理员", description = "市技能中心数据管理员（附件2）及其交接")
class DataManagerController {

    static final Set<Role> KEEPERS = Set.of(Role.ADMINISTRATOR, Role.PROVINCE_LEAD);

    private final Appointments appointments;
    private final Regions regions;

    DataManagerController(Appointments appointments, Regions regions) {
        this.appointments = appointments;
        this.regions = regions;
    }

    /** The parameters of the lists, as they were typed. */
    record ListRequest(
            @Parameter(description = "行政区划代码（省级账号使用）", example = "440100") String city,
            @Parameter(description = "上一页返回的 next") String after,
            @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

    @Schema(name = "数据管理员列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page<T>(List<T> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    private record Place(String city, long before, int limit) {}

    @GetMapping
    @Allowed({
        Role.ADMINISTRATOR, Role.PROVINCE_LEAD, Role.PROVINCE_REVIEWER, Role.AUDITOR, Role.CITY_LEAD, Role.CITY_DATA_MANAGER
    })
    @Operation(summary = "列出现任和曾任的数据管理员，新登记的在前", description = "市级账号只看到本市的。加 format=xlsx 导出为 .xlsx。")
    Page<DataManagerView> page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject ListRequest typed,
            HttpServletRequest request) {
        Place place = place(typed, request, staff);
        List<DataManagerView> found = views(place, place.before(), place.limit() + 1, staff);
        List<DataManagerView> shown = found.subList(0, Math.min(place.limit(), found.size()));
        return new Page<>(
                shown, found.size() > place.limit() ? String.valueOf(shown.get(place.limit() - 1).id()) : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @Allowed({
        Role.ADMINISTRATOR, Role.PROVINCE_LEAD, Role.PROVINCE_REVIEWER, Role.AUDITOR, Role.CITY_LEAD, Role.CITY_DATA_MANAGER
    })
    ListSheet<DataManagerView> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject ListRequest typed,
            HttpServletRequest request) {
        Place place = place(typed, request, staff);
        return new ListSheet<>("data-managers", DataManagerColumns.ALL, Pages.by(
                place.before(), DataManagerView::id, (before, most) -> views(place, before, most, staff)));
    }

    @GetMapping("/{id}")
    @Allowed({
        Role.ADMINISTRATOR, Role.PROVINCE_LEAD, Role.PROVINCE_REVIEWER, Role.AUDITOR, Role.CITY_LEAD, Role.CITY_DATA_MANAGER
    })
    @Operation(summary = "查看数据管理员")
    DataManagerView one(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id) {
        return DataManagerView.of(appointments.visible(id, staff.scope()), KEEPERS.contains(staff.role()));
    }

    @GetMapping("/hand-overs")
    @Allowed({
        Role.ADMINISTRATOR, Role.PROVINCE_LEAD, Role.PROVINCE_REVIEWER, Role.AUDITOR, Role.CITY_LEAD, Role.CITY_DATA_MANAGER
    })
    @Operation(summary = "列出交接记录，新的在前", description = "市级账号只看到本市的。翻页：把上一页的 next 作为 after。"
                    + "加 format=xlsx 导出为 .xlsx。")
    Page<HandOverView> handOvers(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject ListRequest typed,
            HttpServletRequest request) {
        Place place = place(typed, request, staff);
        List<HandOverView> found = handOvers(place, place.before(), place.limit() + 1);
        List<HandOverView> shown = found.subList(0, Math.min(place.limit(), found.size()));
        return new Page<>(
                shown, found.size() > place.limit() ? String.valueOf(shown.get(place.limit() - 1).id()) : null);
    }

    @GetMapping(path = "/hand-overs", produces = ListSheets.XLSX)
    @Allowed({
        Role.ADMINISTRATOR, Role.PROVINCE_LEAD, Role.PROVINCE_REVIEWER, Role.AUDITOR, Role.CITY_LEAD, Role.CITY_DATA_MANAGER
    })
    ListSheet<HandOverView> handOverSheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject ListRequest typed,
            HttpServletRequest request) {
        Place place = place(typed, request, staff);
        return new ListSheet<>("hand-overs", DataManagerColumns.HAND_OVERS, Pages.by(
                place.before(), HandOverView::id, (before, most) -> handOvers(place, before, most)));
    }

    private List<HandOverView> handOvers(Place place, long before, int most) {
        return appointments.handOvers(place.city(), before, most).stream().map(HandOverView::of).toList();
    }

    private List<DataManagerView> views(Place place, long before, int most, Staff staff) {
        return appointments.page(place.city(), before, most).stream()
                .map(one -> DataManagerView.of(one, KEEPERS.contains(staff.role())))
                .toList();
    }

    private Place place(ListRequest typed, HttpServletRequest request, Staff staff) {
        Parameters parameters = new Parameters(request, ListRequest.class);
        Scope scope = staff.scope();
        String city = parameters.text(typed.city());
        boolean known = city == null
                || regions.find(city).filter(region -> region.kind() == Region.Kind.CITY).isPresent()
                        && (scope.kind() != Scope.Kind.CITY || city.equals(scope.regionCode()));
        if (!known) {
            parameters.flaw("city", "parameter.city");
        }
        String after = parameters.text(typed.after());
        if (after != null && !after.matches("[0-9]{1,18}")) {
            parameters.flaw("after", "parameter.after");
        }
        int limit = parameters.limit(typed.limit(), 50, 200);
        parameters.refuseIfWrong();
        return new Place(
                scope.kind() == Scope.Kind.CITY ? scope.regionCode() : city,
                after == null ? Long.MAX_VALUE : Long.parseLong(after),
                limit);
    }
}
