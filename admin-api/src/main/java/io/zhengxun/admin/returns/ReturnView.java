package io.zhengxun.admin.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.deadline.DueDate;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.returns.ReturnAct;
import io.zhengxun.registry.submission.returns.ReturnList.ReasonCount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A return as the API tells it. */
@Schema(name = "退回单")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReturnView(
        @Schema(description = "退回单号", example = "TH261123-7KQ2MX4T") String number,
        @Schema(description = "原批次号", example = "PC261123-7KQ2MX4T") String submission,
        @Schema(description = "评价机构", example = "示例机构") String institution,
        @Schema(description = "退回单位：CITY、PROVINCE、MINISTRY 之一", example = "CITY") String returnedBy,
        @Schema(description = "退回单位", example = "市技能中心") String returnedByText,
        @Schema(description = "退回的行数", example = "3") int rows,
        @Schema(description = "总说明") String remark,
        @Schema(description = "退回时间", example = "2026-11-23T10:15:30+08:00") String recordedAt,
        @Schema(description = "状态：RECORDED、NOTIFIED、CORRECTED 之一", example = "RECORDED") String state,
        @Schema(description = "状态", example = "已退回，待机构收到通知") String stateText,
        @Schema(description = "期限：收到通知前为转达期限，之后为更正期限；更正后不显示") Due due,
        @Schema(description = "已超过上述期限") boolean overdue,
        @Schema(description = "机构何时、如何收到退回通知；未收到时不显示") Received received,
        @Schema(description = "更正；未更正时不显示") Corrected correction,
        @Schema(description = "退回原因及行数；只在查询单个退回单时显示") List<ReasonCount> reasons,
        @Schema(description = "版本，操作时带回", example = "0") int version,
        @Schema(description = "本账号现在可以做什么", example = "[\"ACKNOWLEDGE\"]") List<ReturnAct> acts) {

    @Schema(name = "退回期限")
    record Due(
            @Schema(description = "规则", example = "D7") String rule,
            @Schema(description = "到期日", example = "2026-12-07") LocalDate dueDate,
            @Schema(description = "到期时刻", example = "2026-12-08T00:00:00+08:00") String dueAt,
            @Schema(description = "节假日安排尚未公布，日期为暂定") boolean provisional,
            @Schema(description = "计算说明") String explanation) {

        static Due of(DueDate due) {
            return new Due(
                    due.rule().id(), due.dueDate(), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due.dueAt()),
                    due.provisional(), due.explanation());
        }
    }

    @Schema(name = "收到退回通知")
    record Received(
            @Schema(description = "收到时间", example = "2026-11-23T10:15:30+08:00") String at,
            @Schema(description = "依据：ACKNOWLEDGED、DELIVERED、PHONE、LETTER、CORRECTED、EARLIER 之一") String evidence,
            @Schema(description = "依据", example = "机构确认") String evidenceText,
            @Schema(description = "说明") String note,
            @Schema(description = "由谁确认或登记", example = "own") String by) {}

    /** @param submission number of the batch that it became */
    @Schema(name = "更正情况")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Corrected(
            @Schema(description = "更正批次号；只在查询单个退回单时显示", example = "PC261125-7KQ2MX4T") String submission,
            @Schema(description = "更正时间", example = "2026-11-25T10:15:30+08:00") String at,
            @Schema(description = "晚于更正期限；只在查询单个退回单时显示") Boolean late) {}

    static String moment(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), LegalTime.ZONE));
    }
}
