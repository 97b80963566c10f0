package io.zhengxun.admin.consultation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.consultation.SeenConsultation;

/** What people fill in when they act on a consultation. */
final class ConsultationForms {

    private ConsultationForms() {}

    @Schema(name = "受理人工咨询")
    record Taking(@Schema(description = "所见的版本", example = "2") Integer version) {

        SeenConsultation seen(String number) {
            return new SeenConsultation(number, SeenVersion.of(version));
        }
    }

    @Schema(name = "答复人工咨询")
    record Answering(
            @Schema(description = "所见的版本", example = "2") Integer version,
            @Schema(description = "答复，最多 600 字，原样发给咨询人") String answer) {

        SeenConsultation seen(String number) {
            return new SeenConsultation(number, SeenVersion.of(version));
        }

        /** Without the text: frameworks log what they read. */
        @Override
        public String toString() {
            return "Answering";
        }
    }

    @Schema(name = "关闭人工咨询")
    record Closing(
            @Schema(description = "所见的版本", example = "2") Integer version,
            @Schema(description = "原因，最多 200 字，记入审计；请勿填写个人信息", example = "重复咨询") String reason) {

        SeenConsultation seen(String number) {
            return new SeenConsultation(number, SeenVersion.of(version));
        }
    }
}
