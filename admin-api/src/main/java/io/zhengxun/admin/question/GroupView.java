package io.zhengxun.admin.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Questions that resemble each other. Names and numbers were replaced before they were kept (Q6). */
@Schema(name = "没听懂的问题")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupView(
        @Schema(example = "17") long id,
        @Schema(description = "最早的一句，代表这一组", example = "我的红本本什么时候安排上") String leader,
        @Schema(description = "OPEN 待处理；ASSIGNED 已归入意图；DONE 不必处理") String state,
        @Schema(example = "待处理") String stateText,
        @Schema(description = "归入的意图") String intent,
        String intentText,
        @Schema(description = "还保留着的句数", example = "12") int questions,
        String firstAt,
        String lastAt,
        @Schema(description = "处理人") String handledBy,
        String handledAt,
        @Schema(description = "最近的不同说法，只在单独查看时显示") List<Example> examples) {

    @Schema(name = "没听懂的一句话")
    record Example(
            String text,
            @Schema(description = "当时最像的意图") String guess,
            String guessText,
            @Schema(description = "当时的把握，0–1") double score,
            String askedAt) {

        /** Whatever was replaced, it may hold what somebody said of himself. */
        @Override
        public String toString() {
            return "Example[" + guess + "]";
        }
    }

    @Override
    public String toString() {
        return "GroupView[" + id + "]";
    }
}
