package io.zhengxun.admin.complaint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.HandlingComplaint;
import io.zhengxun.registry.complaint.OrderedComplaint;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with complaints (X1); the holder is told in WeChat. */
@RestController
@RequestMapping("/api/complaints/{number}")
@Tag(name = "投诉")
class ComplaintHandlingController {

    private final HandlingComplaint handling;
    private final ComplaintViews views;
    private final OnceOnly onceOnly;

    ComplaintHandlingController(HandlingComplaint handling, ComplaintViews views, OnceOnly onceOnly) {
        this.handling = handling;
        this.views = views;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "受理投诉")
    record Assignment(
            @Schema(description = "所见的版本", example = "0") Integer version,
            @Schema(description = "承办人的用户名；不填为本人") String assignee) {}

    @Schema(name = "要求机构说明")
    record Question(
            @Schema(description = "所见的版本", example = "1") Integer version,
            @Schema(description = "评价机构的编号前缀；投诉已注明机构的可不填", example = "S000044010001") String institution,
            @Schema(description = "要求说明的事项，最多 1000 字；机构看不到投诉原文，请勿写投诉人的信息") String text) {

        @Override
        public String toString() {
            return "Question[" + version + "]";
        }
    }

    @Schema(name = "投诉文字")
    record Words(
            @Schema(description = "所见的版本", example = "1") Integer version,
            @Schema(description = "机构说明最多 1000 字；答复最多 500 字，投诉人在微信中看到") String text) {

        @Override
        public String toString() {
            return "Words[" + version + "]";
        }
    }

    @Schema(name = "办结投诉")
    record Closing(@Schema(description = "所见的版本", example = "3") Integer version) {}

    @PostMapping("/assignment")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "受理或转办", description = "承办人应为有权办理该投诉的在用账号；首次受理时通知投诉人。")
    ComplaintView assign(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Assignment form,
            RequestKey key) {
        return once(key, staff, () -> handling.assign(ordered(number, form.version()), typed(form.assignee()), staff));
    }

    @PostMapping("/question")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "要求评价机构说明",
            description = "此后该机构看到此件和要求说明的事项，看不到投诉原文、图片和联系电话。")
    ComplaintView ask(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Question form,
            RequestKey key) {
        return once(key, staff, () -> handling.ask(
                ordered(number, form.version()), typed(form.institution()), new ComplaintText(form.text()), staff));
    }

    @PostMapping("/statement")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(summary = "评价机构提交说明", description = "只对要求本机构说明的投诉。")
    ComplaintView state(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Words form,
            RequestKey key) {
        return once(key, staff, () ->
                handling.state(ordered(number, form.version()), new ComplaintText(form.text()), staff));
    }

    @PostMapping("/answer")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "答复投诉人",
            description = "通知投诉人有答复，投诉人在微信中查看。首次答复结束首次答复的期限；可先作阶段性答复，办结前可再次答复。")
    ComplaintView answer(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Words form,
            RequestKey key) {
        return once(key, staff, () ->
                handling.answer(ordered(number, form.version()), new ComplaintText(form.text()), staff));
    }

    @PostMapping("/closing")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "办结", description = "先答复才能办结。投诉人在 10 日内可重新打开一次。")
    ComplaintView close(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Closing form,
            RequestKey key) {
        return once(key, staff, () -> handling.close(ordered(number, form.version()), staff));
    }

    private ComplaintView once(RequestKey key, Staff staff, Supplier<Complaint> act) {
        return onceOnly.run(key, ComplaintView.class, () -> views.line(act.get(), staff));
    }

    private static OrderedComplaint ordered(String number, Integer version) {
        return new OrderedComplaint(number, SeenVersion.of(version));
    }

    private static String typed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
