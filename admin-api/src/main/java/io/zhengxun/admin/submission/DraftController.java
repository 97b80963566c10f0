package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.IssueDate;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.DiscardingDraft;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.OverdueStatement;
import io.zhengxun.registry.submission.SubmittingBatch;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an institution does with its draft: hand it in or throw it away (R1). */
@RestController
@RequestMapping("/api/submissions/{number}")
@Tag(name = "上报")
class DraftController {

    private final SubmittingBatch submitting;
    private final DiscardingDraft discarding;
    private final OnceOnly onceOnly;
    private final SubmissionViews views;

    DraftController(
            SubmittingBatch submitting, DiscardingDraft discarding, OnceOnly onceOnly, SubmissionViews views) {
        this.submitting = submitting;
        this.discarding = discarding;
        this.onceOnly = onceOnly;
        this.views = views;
    }

    @Schema(name = "提交")
    record Submit(
            @Schema(description = "所见的版本", example = "0") Integer version,
            @Schema(description = "逾期说明（附件3）：超过上报期限时必填，未超过时不填") Statement overdueStatement) {}

    @Schema(name = "逾期说明")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Statement(
            @Schema(description = "逾期原因") String reason,
            @Schema(description = "机构名称，与备案一致") String institution,
            @Schema(description = "机构负责人") String head,
            @Schema(description = "说明日期", example = "2026-11-23") String date) {

        OverdueStatement statement() {
            return new OverdueStatement(
                    reason, institution, head, IssueDate.read(date == null ? "" : date.strip()).accepted().orElse(null));
        }

        @Override
        public String toString() {
            return "Statement";
        }
    }

    @Schema(name = "操作批次")
    record Seen(@Schema(description = "所见的版本", example = "0") Integer version) {}

    @PostMapping("/submit")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(
            summary = "提交草稿",
            description = "超过发证之日起 30 日的，须附逾期说明；超过 6 个月的不再受理，省技能中心负责人准予的除外。")
    SubmissionView submit(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Submit form,
            RequestKey key) {
        OverdueStatement statement = form.overdueStatement() == null ? null : form.overdueStatement().statement();
        return onceOnly.run(key, SubmissionView.class, () -> views.whole(
                submitting.submit(new Ordered(number, SeenVersion.of(form.version())), statement, staff), staff));
    }

    @PostMapping("/discard")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(summary = "作废草稿", description = "草稿的数据删除，证书编号可以再用，同一文件可以再次上传。")
    SubmissionView discard(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Seen form,
            RequestKey key) {
        return onceOnly.run(key, SubmissionView.class, () -> views.whole(
                discarding.discard(new Ordered(number, SeenVersion.of(form.version())), staff), staff));
    }
}
