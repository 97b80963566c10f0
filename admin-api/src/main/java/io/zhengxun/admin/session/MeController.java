package io.zhengxun.admin.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.registry.account.ChangingPassword;
import io.zhengxun.registry.account.Obligation;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.SecondFactors;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people see of their own account, and do with it; open to whoever must first change the password (G 25). */
@RestController
@RequestMapping("/api/me")
@Tag(name = "本人", description = "本账号、密码和动态口令")
class MeController {

    private final ChangingPassword changingPassword;
    private final SecondFactors factors;
    private final Institutions institutions;

    MeController(ChangingPassword changingPassword, SecondFactors factors, Institutions institutions) {
        this.changingPassword = changingPassword;
        this.factors = factors;
        this.institutions = institutions;
    }

    @Schema(name = "本账号")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            String username,
            String name,
            Role role,
            @Schema(description = "所属评价机构的代码（证书编号前 13 位）") String institution,
            @Schema(description = "所属城市的行政区划代码") String city,
            @Schema(description = "已启用动态口令") boolean totp,
            @Schema(description = "使用其他功能之前必须完成的事项") Set<Obligation> owed,
            @Schema(description = "以 Cookie 登录的，修改数据时放在 X-CSRF-Token 中") String csrfToken) {

        /** Without name and token: frameworks log what they write. */
        @Override
        public String toString() {
            return "Me[" + username + "]";
        }
    }

    @Schema(name = "修改密码")
    record NewPassword(String currentPassword, String newPassword) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    @Schema(name = "动态口令密钥")
    record TotpSecret(
            @Schema(description = "Base32，只显示一次") String secret,
            @Schema(description = "可转为二维码，用验证器扫描") String uri) {

        @Override
        public String toString() {
            return "TotpSecret";
        }
    }

    @Schema(name = "动态口令")
    record Code(@Schema(example = "123456") String code) {

        @Override
        public String toString() {
            return "Code";
        }
    }

    @GetMapping
    @AnyStaff(evenObliged = true)
    @Operation(summary = "查看本账号")
    ResponseEntity<Me> me(@Parameter(hidden = true) Entry entry) {
        Staff staff = entry.staff();
        Me me = new Me(
                staff.username(),
                staff.name(),
                staff.role(),
                institution(staff),
                staff.scope().regionCode(),
                entry.account().secondFactor(),
                entry.owed(),
                entry.byCookie() ? entry.token().map(Token::csrf).orElse(null) : null);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me);
    }

    private String institution(Staff staff) {
        Long id = staff.scope().institutionId();
        return id == null ? null : institutions.find(id).map(Institution::numberPrefix).orElse(null);
    }

    @PutMapping("/password")
    @AnyStaff(evenObliged = true)
    @Operation(summary = "修改密码", description = "修改后本账号的全部会话失效，请用新密码重新登录。")
    ResponseEntity<Void> changePassword(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody NewPassword change) {
        changingPassword.change(staff, text(change.currentPassword()), text(change.newPassword()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/totp")
    @AnyStaff(evenObliged = true)
    @Operation(summary = "申请动态口令", description = "返回密钥，只显示一次；确认后生效。")
    ResponseEntity<TotpSecret> proposeTotp(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff) {
        String secret = factors.propose(staff).base32();
        String uri = "otpauth://totp/Zhengxun:" + staff.username() + "?secret=" + secret + "&issuer=Zhengxun";
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(new TotpSecret(secret, uri));
    }

    @PostMapping("/totp/confirmation")
    @AnyStaff(evenObliged = true)
    @Operation(summary = "确认动态口令", description = "输入验证器显示的 6 位数字；以后登录时需要动态口令。")
    ResponseEntity<Void> confirmTotp(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody Code code) {
        factors.confirm(staff, code.code());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/totp")
    @AnyStaff(evenObliged = true)
    @Operation(summary = "停用动态口令", description = "须输入当前的动态口令。")
    ResponseEntity<Void> removeTotp(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody Code code) {
        factors.remove(staff, code.code());
        return ResponseEntity.noContent().build();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
