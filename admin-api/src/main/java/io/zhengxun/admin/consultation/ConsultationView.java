package io.zhengxun.admin.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A consultation as staff see it. What was said stands in its own view only (Q6). */
@Schema(name = "人工咨询")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsultationView(
        @Schema(example = "RG261123-7KQ2MX4T") String number,
        @Schema(description = "ASKED 请求人工；RATED 评价答案没用") String origin,
        @Schema(example = "请求人工") String originText,
        @Schema(description = "被评价答案的意图编码", example = "time_limits") String intent,
        @Schema(description = "WAITING 待受理；TAKEN 处理中；ANSWERED 已答复；CLOSED 已关闭") String state,
        @Schema(example = "待受理") String stateText,
        @Schema(example = "2026-11-23T10:00:00+08:00") String openedAt,
        @Schema(description = "应在此前答复", example = "2026-11-23T12:00:00+08:00") String dueAt,
        @Schema(description = "已超过应答复的时间") boolean overdue,
        @Schema(description = "咨询人最后一次发消息的时间；48 小时内的答复直接发到对话里，此后改发模板消息") String lastMessageAt,
        @Schema(description = "已说的条数") int messages,
        @Schema(description = "处理人") String takenBy,
        String answeredAt,
        String closedAt,
        @Schema(description = "操作时填写") int version,
        @Schema(description = "现在可做的操作：TAKE 受理、ANSWER 答复、CLOSE 关闭") List<String> acts,
        @Schema(description = "全部内容，只在单独查看时显示") List<Message> said) {

    @Schema(name = "人工咨询的内容")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            @Schema(description = "SUMMARY 对话摘要；PERSON 咨询人；RATING 被评价的问题；STAFF 工作人员") String author,
            @Schema(example = "咨询人") String authorText,
            String text,
            String at,
            @Schema(description = "工作人员") String by) {

        @Override
        public String toString() {
            return "Message[" + author + "]";
        }
    }

    /** Without what was said: frameworks log what they write. */
    @Override
    public String toString() {
        return "ConsultationView[" + number + "]";
    }
}
