package io.zhengxun.admin.account;

import static io.zhengxun.admin.export.ListSheet.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.registry.account.AbsentAccount;
import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.ChangingPassword;
import io.zhengxun.registry.account.KeepingAccounts;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.SecondFactors;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Administrators keep the accounts of staff. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "账号", description = "账号管理（系统管理员）")
class AccountController {

    private static final int PAGE = 100;

    private static final List<Column<AccountView>> COLUMNS = List.of(
            new Column<>("username", 16, AccountView::username),
            new Column<>("name", 16, AccountView::name),
            new Column<>("role", 26, view -> label("timeline.role.", view.role())),
            new Column<>("institution", 16, AccountView::institution),
            new Column<>("city", 14, AccountView::city),
            new Column<>("externalId", 30, AccountView::externalId),
            new Column<>("totp", 14, AccountView::totp),
            new Column<>("password", 14, AccountView::passwordSetOn),
            new Column<>("disabled", 12, AccountView::disabledOn));

    private final Accounts accounts;
    private final OpeningAccount opening;
    private final KeepingAccounts keeping;
    private final ChangingPassword passwords;
    private final SecondFactors factors;
    private final AccountForms forms;
    private final OnceOnly onceOnly;
    private final MessageSource messages;

    AccountController(
            Accounts accounts,
            OpeningAccount opening,
            KeepingAccounts keeping,
            ChangingPassword passwords,
            SecondFactors factors,
            AccountForms forms,
            OnceOnly onceOnly,
            MessageSource messages) {
        this.accounts = accounts;
        this.opening = opening;
        this.keeping = keeping;
        this.passwords = passwords;
        this.factors = factors;
        this.forms = forms;
        this.onceOnly = onceOnly;
        this.messages = messages;
    }

    @Schema(name = "账号列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<AccountView> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    @Schema(name = "初始密码")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Initial(
            String username,
            @Schema(description = "只显示一次，首次登录必须修改；以同一 Idempotency-Key 重发时不再显示") String initialPassword,
            @Schema(description = "重发时的说明") String note) {

        /** A password is shown to the first request only: it is kept nowhere, and a repetition gets these words. */
        static Initial repeated(String username, MessageSource messages) {
            return new Initial(
                    username, null, messages.getMessage("account.password-shown", null, Locale.SIMPLIFIED_CHINESE));
        }

        /** Nothing of it: frameworks log what they write. */
        @Override
        public String toString() {
            return "Initial";
        }
    }

    @GetMapping
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "列出账号", description = "按用户名排列，每页 100 个。翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(@RequestParam(defaultValue = "") String after) {
        List<Account> found = accounts.page(after, PAGE + 1);
        List<Account> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(
                shown.stream().map(forms::view).toList(),
                found.size() > PAGE ? shown.get(PAGE - 1).username() : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @Allowed(Role.ADMINISTRATOR)
    ListSheet<AccountView> sheet(@RequestParam(defaultValue = "") String after) {
        return new ListSheet<>("accounts", COLUMNS, Pages.by(
                after,
                AccountView::username,
                (last, most) -> accounts.page(last, most).stream().map(forms::view).toList()));
    }

    @PostMapping
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "新增账号", description = "返回随机的初始密码。用户名终身唯一。")
    ResponseEntity<Initial> open(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestBody AccountForms.Opening form,
            RequestKey key) {
        Initial initial = once(key, form.username(), () -> opening.open(forms.opening(form), staff.actor()));
        return ResponseEntity.created(URI.create("/api/accounts/" + form.username()))
                .cacheControl(CacheControl.noStore())
                .body(initial);
    }

    /** Under the key is kept whose password it was, never the password. */
    private Initial once(RequestKey key, String username, Supplier<String> act) {
        AtomicReference<String> password = new AtomicReference<>();
        String whose = onceOnly.run(key, String.class, () -> {
            password.set(act.get());
            return username;
        });
        return password.get() == null
                ? Initial.repeated(whose, messages)
                : new Initial(whose, password.get(), null);
    }

    @GetMapping("/{username}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "查看账号")
    AccountView one(@PathVariable String username) {
        return accounts.find(username).map(forms::view).orElseThrow(AbsentAccount::new);
    }

    @PutMapping("/{username}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "修改账号", description = "version 为查看时的版本；角色或范围改变时，该账号的全部会话结束。")
    AccountView change(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String username,
            @RequestBody AccountForms.Change form) {
        return forms.view(keeping.change(username, forms.change(form), staff));
    }

    @PostMapping("/{username}/disable")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "停用账号", description = "全部会话立即结束。")
    ResponseEntity<Void> disable(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String username) {
        keeping.disable(username, staff);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{username}/enable")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "重新启用账号")
    ResponseEntity<Void> enable(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String username) {
        keeping.enable(username, staff);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{username}/initial-password")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "重置为随机的初始密码", description = "全部会话立即结束，登录失败的锁定解除。")
    ResponseEntity<Initial> resetPassword(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String username,
            RequestKey key) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(once(key, username, () -> passwords.reset(username, staff)));
    }

    @DeleteMapping("/{username}/totp")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "取消账号的动态口令", description = "例如手机遗失。全部会话立即结束。")
    ResponseEntity<Void> removeTotp(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String username) {
        factors.removeFrom(username, staff);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{username}/sessions")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "立即结束账号的全部会话")
    ResponseEntity<Void> endSessions(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String username) {
        keeping.endSessions(username, staff);
        return ResponseEntity.noContent().build();
    }
}
