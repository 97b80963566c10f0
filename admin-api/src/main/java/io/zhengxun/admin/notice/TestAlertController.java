package io.zhengxun.admin.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.TestingContact;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does anything reach this person? */
@RestController
@Tag(name = "通知")
class TestAlertController {

    private final TestingContact testing;
    private final OnceOnly onceOnly;

    TestAlertController(TestingContact testing, OnceOnly onceOnly) {
        this.testing = testing;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "测试提醒")
    record Sent(@Schema(description = "通知的编号：以 GET /api/notices/{编号} 看其经过", example = "123") long notice) {}

    @PostMapping("/api/contacts/{id}/test-alert")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "向一位联系人发一条测试提醒", description = "立即发送，夜间也发；每位联系人每小时最多 3 条。")
    ResponseEntity<Sent> test(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id, RequestKey key) {
        Sent sent = onceOnly.run(key, Sent.class, () -> new Sent(testing.test(id, staff)));
        return ResponseEntity.created(URI.create("/api/notices/" + sent.notice())).body(sent);
    }
}
