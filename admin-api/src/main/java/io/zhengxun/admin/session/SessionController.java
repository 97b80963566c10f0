package io.zhengxun.admin.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.account.Open;
import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.SigningIn;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Log-in, log-out, and the sessions of one's own. */
@RestController
@RequestMapping("/api/sessions")
@Tag(name = "登录", description = "程序使用 Authorization: Bearer；网页使用 Cookie，并在修改数据的请求中带 X-CSRF-Token")
class SessionController {

    private static final int LONGEST_FIELD = 200;

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final SessionSettings settings;

    SessionController(SigningIn signingIn, Sessions sessions, SessionSettings settings) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Schema(name = "登录信息")
    record LogIn(
            @Schema(example = "demo-jigou") String username,
            String password,
            @Schema(description = "动态口令；未启用的不填") String totp,
            @Schema(description = "网页填 true：令牌只放入 Cookie，不在应答中") Boolean cookie) {

        SigningIn.Attempt attempt(String address) {
            List<FieldFlaw> flaws = new ArrayList<>();
            check(flaws, "username", username);
            check(flaws, "password", password);
            FieldsRefused.throwIfAny("", flaws);
            return new SigningIn.Attempt(username, password, totp, address);
        }

        private static void check(List<FieldFlaw> flaws, String field, String value) {
            if (value == null || value.isEmpty() || value.length() > LONGEST_FIELD) {
                flaws.add(FieldFlaw.of(field, "log-in", String.valueOf(LONGEST_FIELD)));
            }
        }

        /** Nothing of it: frameworks log what they read. */
        @Override
        public String toString() {
            return "LogIn";
        }
    }

    @Schema(name = "已登录")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LoggedIn(
            @Schema(description = "令牌，放在 Authorization: Bearer 之后；以 Cookie 登录的没有") String token,
            @Schema(description = "以 Cookie 登录的，修改数据时放在 X-CSRF-Token 中") String csrfToken,
            @Schema(description = "多少秒不用即失效") long idleSeconds,
            @Schema(description = "最长多少秒后失效") long longestSeconds) {

        /** Nothing of it: frameworks log what they write. */
        @Override
        public String toString() {
            return "LoggedIn";
        }
    }

    @Schema(name = "会话")
    record View(
            @Schema(description = "会话编号，用于结束该会话") String id,
            OffsetDateTime openedAt,
            @Schema(description = "最近使用，精确到分钟") OffsetDateTime seenAt,
            @Schema(description = "登录时的网络地址") String address,
            @Schema(description = "当前会话") boolean current) {}

    @PostMapping
    @Open
    @Operation(summary = "登录", description = "用户名、密码、动态口令任一不正确，均答复 401；多次失败后锁定，答复 429。")
    ResponseEntity<LoggedIn> logIn(@RequestBody LogIn logIn, HttpServletRequest request) {
        Account account = signingIn.signIn(logIn.attempt(request.getRemoteAddr()));
        Token token = sessions.open(account, request.getRemoteAddr());
        boolean cookie = Boolean.TRUE.equals(logIn.cookie());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(201).cacheControl(CacheControl.noStore());
        if (cookie) {
            answer.header(HttpHeaders.SET_COOKIE, SessionCookie.with(token, request, settings.longest()));
        }
        return answer.body(new LoggedIn(
                cookie ? null : token.text(),
                cookie ? token.csrf() : null,
                settings.idle().toSeconds(),
                settings.longest().toSeconds()));
    }

    @GetMapping
    @AnyStaff
    @Operation(summary = "列出本账号的会话")
    List<View> mine(@Parameter(hidden = true) Entry entry) {
        String current = entry.token().map(Sessions::id).orElse("");
        return sessions.of(entry.account()).stream()
                .map(named -> new View(
                        named.id(),
                        at(named.session().openedAt()),
                        at(named.session().seenAt()),
                        named.session().address(),
                        named.id().equals(current)))
                .toList();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), LegalTime.ZONE);
    }

    @DeleteMapping("/current")
    @AnyStaff(evenObliged = true)
    @Operation(summary = "退出登录")
    ResponseEntity<Void> logOut(@Parameter(hidden = true) Entry entry, HttpServletRequest request) {
        entry.token().ifPresent(token -> sessions.end(entry.account(), token));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.none(request))
                .build();
    }

    @DeleteMapping("/{id}")
    @AnyStaff
    @Operation(summary = "结束本账号的另一会话")
    ResponseEntity<Void> end(@Parameter(hidden = true) Entry entry, @PathVariable String id) {
        if (!sessions.end(entry.account(), id)) {
            throw new Absent();
        }
        return ResponseEntity.noContent().build();
    }
}
