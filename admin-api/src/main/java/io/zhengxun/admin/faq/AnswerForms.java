package io.zhengxun.admin.faq;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.faq.EditingFaq.Seen;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.List;

/** What people fill in about answers. */
final class AnswerForms {

    private AnswerForms() {}

    @Schema(name = "写答复")
    record Drafting(
            @Schema(description = "所见的版本", example = "3") Integer version,
            @Schema(description = "答复；连同依据不超过 2048 字节（约 680 个汉字）") String body,
            @Schema(description = "依据：附件、文号、条款或规则编号，不超过 200 字", example = "粤技服〔2022〕151号 附件6") String source) {

        Seen seen(String intent) {
            return new Seen(intent, SeenVersion.of(version));
        }
    }

    @Schema(name = "发布或放弃草稿")
    record Acting(@Schema(description = "所见的版本", example = "3") Integer version) {

        Seen seen(String intent) {
            return new Seen(intent, SeenVersion.of(version));
        }
    }

    @Schema(name = "恢复以前的答复")
    record Restoring(
            @Schema(description = "所见的版本", example = "3") Integer version,
            @Schema(description = "要恢复的版次；0 为随程序提供的", example = "1") Integer textVersion) {

        Seen seen(String intent) {
            return new Seen(intent, SeenVersion.of(version));
        }

        int earlier() {
            if (textVersion == null) {
                throw new FieldsRefused(List.of(FieldFlaw.of("textVersion", "required")));
            }
            return textVersion;
        }
    }

    @Schema(name = "试问")
    record Trying(@Schema(description = "要试的话，1–1000 字；不保存", example = "查证书要收费吗") String question) {

        private static final int LONGEST = 1000;

        /** @throws FieldsRefused if there is nothing to try */
        String typed() {
            if (question == null || question.isBlank() || question.length() > LONGEST) {
                throw new FieldsRefused(List.of(FieldFlaw.of("question", "trial.question", String.valueOf(LONGEST))));
            }
            return question;
        }

        /** Without the words: they may hold somebody's data, and frameworks log what they read (Q6). */
        @Override
        public String toString() {
            return "Trying";
        }
    }
}
