package io.zhengxun.admin.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.RoleSettings;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What holds for whole roles. */
@RestController
@RequestMapping("/api/roles")
@Tag(name = "角色", description = "角色设置（系统管理员）")
class RoleController {

    private final RoleSettings settings;

    RoleController(RoleSettings settings) {
        this.settings = settings;
    }

    @Schema(name = "角色")
    record View(Role role, Scope.Kind scope, @Schema(description = "必须使用动态口令") boolean totpRequired) {}

    @Schema(name = "角色设置")
    record Setting(Boolean totpRequired) {}

    @GetMapping
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "列出角色")
    List<View> all() {
        return settings.all().stream()
                .map(setting -> new View(setting.role(), setting.role().scope(), setting.totpRequired()))
                .toList();
    }

    @PutMapping("/{role}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "设置角色", description = "要求动态口令后，未启用的人员须先启用，才能使用其他功能。")
    ResponseEntity<Void> set(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String role,
            @RequestBody Setting setting) {
        if (setting.totpRequired() == null) {
            throw new FieldsRefused(List.of(FieldFlaw.of("totpRequired", "role.totp")));
        }
        settings.requireSecondFactor(named(role), setting.totpRequired(), staff);
        return ResponseEntity.noContent().build();
    }

    private static Role named(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(Absent::new);
    }
}
