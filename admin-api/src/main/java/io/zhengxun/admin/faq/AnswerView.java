package io.zhengxun.admin.faq;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The answer to an intent as staff see it. */
@Schema(name = "答复")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerView(
        @Schema(description = "意图编码", example = "fee_region") String intent,
        @Schema(example = "收费吗、外地能查吗") String intentText,
        @Schema(description = "BUILT_IN 随程序提供；PUBLISHED 已另行发布") String state,
        @Schema(example = "已发布") String stateText,
        @Schema(description = "现行答复") String body,
        @Schema(description = "依据，附在答复之后；不作说明的（如致谢）可没有", example = "粤技服〔2022〕151号 附件6") String source,
        @Schema(description = "现行答复的版次；0 为随程序提供的", example = "2") int textVersion,
        @Schema(description = "发布人") String publishedBy,
        @Schema(example = "2026-11-23T10:00:00+08:00") String publishedAt,
        @Schema(description = "true：机器人开始分步办理（如查证书、投诉），一般不用这段文字") boolean guided,
        @Schema(description = "草稿，尚未用于答复；没有草稿时不显示") Draft draft,
        @Schema(description = "最后修改人") String changedBy,
        String changedAt,
        @Schema(description = "操作时填写", example = "3") int version) {

    @Schema(name = "答复草稿")
    record Draft(
            String body,
            String source,
            @Schema(description = "连同依据的字节数；微信一次最多回复 2048 字节") int bytes,
            @Schema(description = "与现行答复逐行对比，含依据") List<LineDifference> differences) {}

    @Schema(name = "答复版次")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            @Schema(description = "版次；0 为随程序提供的", example = "2") int textVersion,
            String body,
            String source,
            @Schema(description = "恢复自该版次") Integer restoredFrom,
            @Schema(description = "发布人；随程序提供的没有") String publishedBy,
            String publishedAt,
            @Schema(description = "与上一版次逐行对比，含依据；最早的版次没有") List<LineDifference> differences) {}
}
