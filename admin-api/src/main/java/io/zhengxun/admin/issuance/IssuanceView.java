package io.zhengxun.admin.issuance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.IssuanceAct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** An issuance, as the API tells it. */
@Schema(name = "发证登记")
@JsonInclude(JsonInclude.Include.NON_NULL)
record IssuanceView(
        @Schema(description = "登记号", example = "FZ261123-7KQ2MX4T") String number,
        @Schema(description = "评价机构", example = "示例机构") String institution,
        @Schema(description = "评价计划编号", example = "2026-JH-0012") String planNo,
        @Schema(description = "职业名称", example = "电工") String occupation,
        @Schema(description = "职业技能等级", example = "高级工") String level,
        @Schema(description = "发证人数", example = "120") int count,
        @Schema(description = "已上报人数", example = "0") int reported,
        @Schema(description = "发证日期", example = "2026-11-02") LocalDate issueDate,
        @Schema(description = "上报期限（D1）", example = "2026-12-02") LocalDate reportDueDate,
        @Schema(description = "最后期限（D8）", example = "2027-05-06") LocalDate closingDate,
        @Schema(description = "状态代码", example = "OPEN") String state,
        @Schema(description = "状态", example = "待上报") String stateText,
        @Schema(description = "超过最后期限后的特别准予；没有时不显示") Admission admission,
        @Schema(description = "期限；只在查询单个登记时显示") List<ClockView> deadlines,
        @Schema(description = "版本，操作时带回", example = "0") int version,
        @Schema(description = "本账号现在可以做什么", example = "[\"AMEND\", \"CANCEL\"]") List<IssuanceAct> acts) {

    @Schema(name = "准予逾期受理")
    record Admission(
            @Schema(description = "准予时间", example = "2026-11-23T10:15:30+08:00") String at,
            @Schema(description = "书面理由") String reason) {

        static Admission of(Issuance issuance) {
            return issuance.isAdmitted()
                    ? new Admission(moment(issuance.admittedAt()), issuance.admittedReason())
                    : null;
        }
    }

    @Schema(name = "登记的期限")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockView(
            @Schema(description = "规则", example = "D1") String rule,
            @Schema(description = "到期日", example = "2026-12-02") LocalDate dueDate,
            @Schema(description = "节假日安排尚未公布，日期为暂定") boolean provisional,
            @Schema(description = "OPEN 计算中；MET 已完成；WITHDRAWN 已撤销", example = "OPEN") String state,
            @Schema(description = "结束时间", example = "2026-11-23T10:15:30+08:00") String endedAt,
            @Schema(description = "计算说明") String explanation) {

        static ClockView of(Deadline deadline, String explanation) {
            return new ClockView(
                    deadline.rule().id(),
                    deadline.dueOn(),
                    deadline.provisional(),
                    deadline.state().name(),
                    deadline.endedAt() == null ? null : moment(deadline.endedAt()),
                    explanation);
        }
    }

    static String moment(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), LegalTime.ZONE));
    }
}
