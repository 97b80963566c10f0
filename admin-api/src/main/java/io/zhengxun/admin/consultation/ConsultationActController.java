package io.zhengxun.admin.consultation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff of the province take, answer and close consultations. */
@RestController
@RequestMapping("/api/consultations/{number}")
@Tag(name = "人工咨询")
class ConsultationActController {

    private final AnsweringConsultation answering;
    private final ConsultationViews views;
    private final OnceOnly onceOnly;

    ConsultationActController(AnsweringConsultation answering, ConsultationViews views, OnceOnly onceOnly) {
        this.answering = answering;
        this.views = views;
        this.onceOnly = onceOnly;
    }

    @PostMapping("/take")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "受理", description = "由本人处理；他人正在处理的，改由本人接手。")
    ConsultationView take(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody ConsultationForms.Taking form,
            RequestKey key) {
        return onceOnly.run(key, ConsultationView.class, () -> views.line(answering.take(form.seen(number), staff), staff));
    }

    @PostMapping("/answer")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "答复",
            description = "原样发到咨询人的对话里（对方 48 小时内发过消息的），否则发模板消息、点开查看。"
                    + "咨询人在查看之后又补充了内容的，答复不发出，请先查看补充（409 consultation-changed）。")
    ConsultationView answer(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody ConsultationForms.Answering form,
            RequestKey key) {
        return onceOnly.run(key, ConsultationView.class, () ->
                views.line(answering.answer(form.seen(number), form.answer(), staff), staff));
    }

    @PostMapping("/close")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "关闭", description = "不通知咨询人；此后的消息另立新的咨询。")
    ConsultationView close(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody ConsultationForms.Closing form,
            RequestKey key) {
        return onceOnly.run(key, ConsultationView.class, () ->
                views.line(answering.close(form.seen(number), form.reason(), staff), staff));
    }
}
