package io.zhengxun.admin.faq;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What the bot would do about a question, and why. Holds nobody's data unmasked. */
@Schema(name = "试问结果")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialView(
        @Schema(description = "机器人读到的文字：繁体转简体，姓名、号码换成统称", example = "某某的证查不到") String read,
        @Schema(description = "识别到的信息，已遮盖") List<Field> fields,
        @Schema(description = "UNREADABLE 读不出文字；LOOK_UP 按所给信息查询；CLEAR 意思明确；UNKNOWN_NUMBER 不认识的数字；"
                        + "OFFER 请对方点选；NOT_UNDERSTOOD 没听懂")
                String decision,
        @Schema(example = "意思明确，直接答复或开始办理") String decisionText,
        @Schema(description = "为什么这样决定") String reason,
        @Schema(description = "最可能的意图，最像的在前") List<Guessed> guesses,
        @Schema(description = "因与这条教过的说法相同或几乎相同而认定；不是的不显示") Phrasing taught,
        @Schema(description = "起作用的字，最重的在前") List<Weighed> weighed,
        @Schema(description = "最接近的说法") List<Phrasing> nearest,
        @Schema(description = "会用到的答复：直接答复的一条，请对方点选的一至两条") List<Answer> answers) {

    @Schema(name = "试问识别到的信息")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(
            @Schema(example = "姓名") String name,
            @Schema(description = "遮盖后的内容；有疑问的不显示", example = "张*") String value,
            @Schema(description = "疑问之处") List<String> problems) {}

    @Schema(name = "试问的意图")
    record Guessed(String intent, String intentText, @Schema(description = "把握，0–1", example = "0.87") double score) {}

    @Schema(name = "试问的字")
    record Weighed(@Schema(example = "收费") String words, @Schema(description = "分量，最重的为 1") double weight) {}

    @Schema(name = "试问的说法")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Phrasing(
            String text,
            String intent,
            String intentText,
            @Schema(description = "true：工作人员教的；false：随程序提供") boolean taught,
            @Schema(description = "意思相近的程度，0–1") Double alike) {}

    @Schema(name = "试问的答复")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String intent,
            String intentText,
            @Schema(description = "true：机器人开始分步办理，一般不用这段文字") boolean guided,
            @Schema(description = "现行答复的版次") int textVersion,
            @Schema(description = "现行答复，含依据") String published,
            @Schema(description = "草稿发布后的答复，含依据；没有草稿时不显示") String draft) {}
}
