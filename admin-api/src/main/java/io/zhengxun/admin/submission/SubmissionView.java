package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.OverdueStatement;
import io.zhengxun.registry.submission.Progress;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.SubmittingBatch;
import io.zhengxun.registry.submission.Workflow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
        @Schema(description = "其中已退回的行数", example = "3") int returnedRows,
        @Schema(description = "阶段代码", example = "RECEIVED") String stage,
        @Schema(description = "阶段", example = "已接收，待审核") String stageText,
        @Schema(description = "在谁处", example = "CITY") String desk,
        @Schema(description = "在谁处", example = "市技能中心") String deskText,
        @Schema(description = "自何日起", example = "2026-11-23") LocalDate since,
        @Schema(description = "下一步的期限；没有期限时不显示") Due due,
        @Schema(description = "所对应的发证登记", example = "FZ261123-7KQ2MX4T") String issuance,
        @Schema(description = "超过 30 日上报期限的行数", example = "0") int lateRows,
        @Schema(description = "逾期说明；只在查询单个批次时显示") Overdue overdueStatement,
        @Schema(description = "版本，操作时带回", example = "3") int version,
        @Schema(description = "本账号现在可以做什么", example = "[\"SUBMIT\", \"DISCARD\"]") List<Act> acts) {

    @Schema(name = "逾期说明（附件3）")
    record Overdue(
            @Schema(description = "逾期原因") String reason,
            @Schema(description = "机构名称") String institution,
            @Schema(description = "机构负责人") String head,
            @Schema(description = "说明日期", example = "2026-11-23") LocalDate date) {

        static Overdue of(OverdueStatement statement) {
            return new Overdue(
                    statement.reason(), statement.institution(), statement.head(), statement.statedOn());
        }
    }

    @Schema(name = "期限")
    record Due(
            @Schema(description = "规则", example = "D2") String rule,
            @Schema(description = "到期日", example = "2026-12-14") LocalDate dueDate,
            @Schema(description = "到期时刻", example = "2026-12-15T00:00:00+08:00") String dueAt,
            @Schema(description = "节假日安排尚未公布，日期为暂定") boolean provisional,
            @Schema(description = "计算说明") String explanation) {}

    /** What is looked up beside the batch itself. */
    record Beside(
            Institution institution,
            Progress progress,
            Issuance issuance,
            OverdueStatement statement,
            LocalDate today) {}

    static SubmissionView of(Submission submission, Beside beside, Staff staff, MessageSource messages) {
        Progress progress = beside.progress();
        return new SubmissionView(
                submission.number(),
                beside.institution().name(),
                submission.rowCount(),
                submission.rowCount() - submission.carriedRows(),
                progress.stage().name(),
                messages.getMessage("stage." + progress.stage(), null, Locale.SIMPLIFIED_CHINESE),
                progress.desk().name(),
                messages.getMessage("desk." + progress.desk(), null, Locale.SIMPLIFIED_CHINESE),
                progress.since(),
                due(progress).orElse(null),
                beside.issuance() == null ? null : beside.issuance().number(),
                submission.lateRows(),
                beside.statement() == null ? null : Overdue.of(beside.statement()),
                submission.version(),
                acts(submission, beside, staff));
    }

    /** A draft whose issuance was cancelled or amended below it stays one: it can be discarded only. */
    private static List<Act> acts(Submission submission, Beside beside, Staff staff) {
        return Workflow.possible(submission, staff).stream()
                .filter(act -> act != Act.SUBMIT
                        || SubmittingBatch.isPossible(submission, beside.issuance(), beside.today()))
                .toList();
    }

    private static Optional<Due> due(Progress progress) {
        return progress.due().map(due -> new Due(
                due.rule().name(), due.dueDate(), text(due.dueAt()), due.provisional(), due.explanation()));
    }

    private static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
