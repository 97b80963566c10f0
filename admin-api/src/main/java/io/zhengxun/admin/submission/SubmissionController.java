package io.zhengxun.admin.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.submission.Submissions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where batches are (Q4), within the account's scope. */
@RestController
@RequestMapping("/api/submissions")
@Tag(name = "批次", description = "已上报的证书数据")
class SubmissionController {

    private final Submissions submissions;
    private final SubmissionViews views;

    SubmissionController(Submissions submissions, SubmissionViews views) {
        this.submissions = submissions;
        this.views = views;
    }

    @GetMapping("/{number}")
    @AnyReader
    @Operation(summary = "查询批次的阶段、所在部门和期限")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = SubmissionView.class),
            examples = @ExampleObject("""
                    {"number": "PC261123-7KQ2MX4T", "institution": "示例机构", "rows": 1200, "stage": "RECEIVED",
                     "stageText": "已接收，待审核", "desk": "CITY", "deskText": "市技能中心", "since": "2026-11-23",
                     "due": {"rule": "D2", "dueDate": "2026-12-14", "dueAt": "2026-12-15T00:00:00+08:00",
                     "provisional": false, "explanation": "…"}}""")))
    SubmissionView one(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        return views.whole(submissions.visible(number, staff.scope()), staff);
    }
}
