package io.zhengxun.admin.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** A complaint as staff see it; what was written only where one is looked at. */
@Schema(name = "投诉")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComplaintView(
        @Schema(description = "投诉编号", example = "TS261123-7KQ2MX4T") String number,
        @Schema(description = "PROGRESS、DATA、CONDUCT、FEES、OTHER 之一") String category,
        @Schema(description = "类别", example = "办理进度") String categoryText,
        @Schema(description = "RECEIVED、ASSIGNED、STATEMENT_ASKED、ANSWERED、CLOSED、REOPENED 之一") String state,
        @Schema(description = "状态", example = "待受理") String stateText,
        @Schema(description = "被投诉的评价机构；不知道时不显示") String institution,
        @Schema(description = "评价机构的编号前缀") String numberPrefix,
        @Schema(description = "负责答复的技能中心") String centre,
        @Schema(description = "承办人的用户名；无人承办时不显示") String assignedTo,
        String filedAt,
        @Schema(description = "最近一次答复的时间") String answeredAt,
        @Schema(description = "办结的时间") String closedAt,
        @Schema(description = "投诉人重新打开的时间，只能一次") String reopenedAt,
        @Schema(description = "最近的期限（首次答复或办结）；已办结的不显示") LocalDate dueOn,
        @Schema(description = "是否逾期") boolean overdue,
        int version,
        @Schema(description = "本人可办理的事项：ASSIGN、ASK、STATE、ANSWER、CLOSE") List<String> possible,
        @Schema(description = "往来文字，仅在查看单件时显示") List<Entry> entries,
        @Schema(description = "投诉人发来的图片，仅在查看单件时显示") List<Picture> pictures,
        @Schema(description = "投诉人留的联系电话，仅在查看单件时显示") String contact,
        @Schema(description = "评价机构提交说明的期限，仅在查看单件且已要求说明时显示") LocalDate statementDueOn) {

    @Schema(name = "投诉图片")
    record Picture(
            @Schema(description = "序号，从 1 起", example = "1") int position,
            @Schema(description = "WAITING 正在取回；KEPT 可查看；LOST 未能取回；UNFIT 不是图片或过大") String state,
            @Schema(description = "状态", example = "可查看") String stateText) {}

    @Schema(name = "投诉往来")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Schema(description = "FILED 投诉内容；QUESTION 要求机构说明的事项；STATEMENT 机构说明；ANSWER 答复；"
                    + "REOPENED 重新打开的理由") String kind,
            String kindText,
            @Schema(description = "内容；审计人员不可见") String text,
            @Schema(description = "用户名；holder 为投诉人") String by,
            String at) {

        /** Without the text, which is personal. */
        @Override
        public String toString() {
            return "Entry[" + kind + "]";
        }
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "ComplaintView[" + number + "]";
    }
}
