package io.zhengxun.admin.issuance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.issuance.ChangingIssuance;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.SeenIssuance;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Amending, cancelling and admitting a registered issuance (T3, T6). */
@RestController
@RequestMapping("/api/issuances/{number}")
@Tag(name = "发证登记")
class ChangeController {

    private final ChangingIssuance changing;
    private final OnceOnly onceOnly;
    private final IssuanceViews views;

    ChangeController(ChangingIssuance changing, OnceOnly onceOnly, IssuanceViews views) {
        this.changing = changing;
        this.onceOnly = onceOnly;
        this.views = views;
    }

    @Schema(name = "更改发证人数")
    record Amendment(
            @Schema(description = "所见的版本", example = "0") Integer version,
            @Schema(description = "发证人数", example = "118") Integer count) {}

    @Schema(name = "操作发证登记")
    record Seen(@Schema(description = "所见的版本", example = "0") Integer version) {}

    @Schema(name = "准予逾期")
    record Admission(
            @Schema(description = "所见的版本", example = "0") Integer version,
            @Schema(description = "书面理由") String reason) {}

    @PostMapping("/amend")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(summary = "更改发证人数", description = "不能少于已上报的人数。")
    IssuanceView amend(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Amendment form,
            RequestKey key) {
        int count = form.count() == null ? 0 : form.count();
        return once(key, staff, () -> changing.amend(seen(number, form.version()), count, staff));
    }

    @PostMapping("/cancel")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(summary = "撤销误登的发证登记", description = "已有数据提交的不能撤销。")
    IssuanceView cancel(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Seen form,
            RequestKey key) {
        return once(key, staff, () -> changing.cancel(seen(number, form.version()), staff));
    }

    @PostMapping("/admit")
    @Allowed(Role.PROVINCE_LEAD)
    @Operation(summary = "准予超过最后期限的上报", description = "发证之日起满 6 个月原则上不再受理；省技能中心负责人须书面说明理由。")
    IssuanceView admit(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Admission form,
            RequestKey key) {
        return once(key, staff, () -> changing.admit(seen(number, form.version()), form.reason(), staff));
    }

    private IssuanceView once(RequestKey key, Staff staff, Supplier<Issuance> act) {
        return onceOnly.run(key, IssuanceView.class, () -> views.whole(act.get(), staff));
    }

    private static SeenIssuance seen(String number, Integer version) {
        return new SeenIssuance(number, SeenVersion.of(version));
    }
}
