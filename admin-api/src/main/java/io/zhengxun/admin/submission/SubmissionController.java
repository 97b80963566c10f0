package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AccountScopes;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where batches are (Q4), within the account's scope. */
@RestController
@RequestMapping("/api/submissions")
@Tag(name = "批次", description = "已上报的证书数据")
class SubmissionController {

    private final Submissions submissions;
    private final AccountScopes scopes;
    private final SubmissionViews views;

    SubmissionController(Submissions submissions, AccountScopes scopes, SubmissionViews views) {
        this.submissions = submissions;
        this.scopes = scopes;
        this.views = views;
    }

    @Schema(name = "批次列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<SubmissionView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "PC261123-7KQ2MX4T") String next) {}

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

    @GetMapping
    @AnyReader
    @Operation(summary = "本账号范围内的批次，新的在前", description = "翻页：把上一页的 next 作为 after。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "50") String limit) {
        int size = PageSize.of(limit, 200);
        Map<Long, Institution> visible = scopes.visibleTo(staff).stream()
                .collect(Collectors.toMap(Institution::id, Function.identity()));
        List<Submission> found = submissions.page(List.copyOf(visible.keySet()), keyOf(after, visible), size + 1);
        List<Submission> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                views.of(shown, visible, staff),
                found.size() > size ? shown.get(size - 1).number() : null);
    }

    private long keyOf(String after, Map<Long, Institution> visible) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return submissions.findByNumber(after)
                .filter(batch -> visible.containsKey(batch.institutionId()))
                .orElseThrow(PageSize::unknownKey)
                .id();
    }
}
