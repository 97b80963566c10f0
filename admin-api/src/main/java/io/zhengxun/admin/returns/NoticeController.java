package io.zhengxun.admin.returns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.IssueDate;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Receipt;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Way;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import io.zhengxun.registry.submission.returns.OrderedReturn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The institution received the notice of return, by its own word or by staff's record (T4). */
@RestController
@RequestMapping("/api/returns/{number}")
@Tag(name = "退回")
class NoticeController {

    private final NotifyingInstitution notifying;
    private final ReturnViews views;
    private final OnceOnly onceOnly;

    NoticeController(NotifyingInstitution notifying, ReturnViews views, OnceOnly onceOnly) {
        this.notifying = notifying;
        this.views = views;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "确认收到")
    record Seen(@Schema(description = "所见的版本", example = "0") Integer version) {}

    @Schema(name = "登记收到")
    record Form(
            @Schema(description = "所见的版本", example = "0") Integer version,
            @Schema(description = "PHONE 电话；LETTER 信函", example = "PHONE") String way,
            @Schema(description = "机构收到之日，不早于退回之日、不晚于今天", example = "2026-11-23") String receivedOn,
            @Schema(description = "说明，如由何人接听，最多 500 字") String note) {

        /** @throws FieldsRefused with every field that cannot be read */
        Receipt receipt() {
            List<FieldFlaw> flaws = new ArrayList<>();
            Way known = Arrays.stream(Way.values()).filter(one -> one.name().equals(way)).findFirst().orElse(null);
            if (known == null) {
                flaws.add(FieldFlaw.of("way", "return.way"));
            }
            LocalDate day =
                    IssueDate.read(receivedOn == null ? "" : receivedOn.strip()).accepted().orElse(null);
            if (day == null) {
                flaws.add(FieldFlaw.of("receivedOn", "return.received-unreadable"));
            }
            FieldsRefused.throwIfAny("T4", flaws);
            return new Receipt(known, day, note == null ? "" : note.strip());
        }
    }

    @PostMapping("/acknowledgement")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(summary = "机构确认收到退回通知", description = "更正期限自确认之日起算。")
    ReturnView acknowledge(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Seen form,
            RequestKey key) {
        return onceOnly.run(key, ReturnView.class, () ->
                views.whole(notifying.acknowledge(ordered(number, form.version()), staff), staff));
    }

    @PostMapping("/receipt")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "登记机构以电话或信函收到退回通知",
            description = "市属机构由市技能中心登记，省属机构由省技能中心登记；更正期限自收到之日起算。")
    ReturnView receipt(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Form form,
            RequestKey key) {
        return onceOnly.run(key, ReturnView.class, () -> views.whole(
                notifying.recordReceipt(ordered(number, form.version()), form.receipt(), staff), staff));
    }

    private static OrderedReturn ordered(String number, Integer version) {
        return new OrderedReturn(number, SeenVersion.of(version));
    }
}
