package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.submission.Progress;
import io.zhengxun.registry.submission.Submission;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** How far a batch has come, as the API tells it. */
@Schema(name = "批次")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionView(
        @Schema(description = "批次号", example = "PC261123-7KQ2MX4T") String number,
        @Schema(description = "评价机构", example = "示例机构") String institution,
        @Schema(description = "行数", example = "1200") int rows,
        @Schema(description = "阶段代码", example = "RECEIVED") String stage,
        @Schema(description = "阶段", example = "已接收，待审核") String stageText,
        @Schema(description = "在谁处", example = "CITY") String desk,
        @Schema(description = "在谁处", example = "市技能中心") String deskText,
        @Schema(description = "自何日起", example = "2026-11-23") LocalDate since,
        @Schema(description = "下一步的期限；没有期限时不显示") Due due) {

    @Schema(name = "期限")
    record Due(
            @Schema(description = "规则", example = "D2") String rule,
            @Schema(description = "到期日", example = "2026-12-14") LocalDate dueDate,
            @Schema(description = "到期时刻", example = "2026-12-15T00:00:00+08:00") String dueAt,
            @Schema(description = "节假日安排尚未公布，日期为暂定") boolean provisional,
            @Schema(description = "计算说明") String explanation) {}

    static SubmissionView of(
            Submission submission, Institution institution, Progress progress, MessageSource messages) {
        return new SubmissionView(
                submission.number(),
                institution.name(),
                submission.rowCount(),
                progress.stage().name(),
                messages.getMessage("stage." + progress.stage(), null, Locale.SIMPLIFIED_CHINESE),
                progress.desk().name(),
                messages.getMessage("desk." + progress.desk(), null, Locale.SIMPLIFIED_CHINESE),
                progress.since(),
                due(progress).orElse(null));
    }

    private static Optional<Due> due(Progress progress) {
        return progress.due().map(due -> new Due(
                due.rule().name(), due.dueDate(), text(due.dueAt()), due.provisional(), due.explanation()));
    }

    private static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
