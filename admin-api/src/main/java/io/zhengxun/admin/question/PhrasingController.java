package io.zhengxun.admin.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.admin.submission.Downloads;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.question.HandlingQuestions;
import io.zhengxun.registry.question.TaughtPhrasing;
import io.zhengxun.registry.question.TaughtPhrasings;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff taught: listed, taken back, and handed to developers for the program's own phrasings. */
@RestController
@RequestMapping("/api/phrasings")
@Tag(name = "教过的说法", description = "工作人员教给机器人的说法")
class PhrasingController {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final TaughtPhrasings taught;
    private final HandlingQuestions handling;
    private final GroupViews views;
    private final OnceOnly onceOnly;

    PhrasingController(TaughtPhrasings taught, HandlingQuestions handling, GroupViews views, OnceOnly onceOnly) {
        this.taught = taught;
        this.handling = handling;
        this.views = views;
        this.onceOnly = onceOnly;
    }

    record Typed(
            @Parameter(description = "上一页返回的 next") String after,
            @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

    @Schema(name = "教过的说法")
    record View(
            @Schema(example = "5") long id,
            @Schema(example = "我的红本本什么时候安排上") String text,
            @Schema(example = "progress") String intent,
            String intentText,
            String taughtBy,
            String taughtAt) {}

    @Schema(name = "教过的说法列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<View> items,
            @Schema(description = "最多可教的条数；满了请联系开发人员并入程序") int most,
            @Schema(description = "下一页的 after；没有下一页时不显示") Long next) {}

    @Schema(name = "撤回的说法")
    record Withdrawn(long id) {}

    @GetMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "教过的说法，最近的在前")
    Page page(@ParameterObject Typed typed, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Typed.class);
        String after = parameters.text(typed.after());
        boolean wrong = after != null && !after.matches("[0-9]{1,18}");
        if (wrong) {
            parameters.flaw("after", "parameter.after");
        }
        int limit = parameters.limit(typed.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        List<TaughtPhrasing> found = taught.page(after == null ? Long.MAX_VALUE : Long.parseLong(after), limit + 1);
        List<TaughtPhrasing> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown.stream().map(this::view).toList(),
                TaughtPhrasings.MOST,
                found.size() > limit ? shown.get(limit - 1).id() : null);
    }

    @GetMapping("/export")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(
            summary = "导出全部教过的说法",
            description = "ZIP，每个意图一个文件，格式与程序的 understanding/phrasings 目录一致，供开发人员并入程序；并入并发布后可在此撤回。")
    void export(HttpServletResponse response) throws IOException {
        byte[] zip = PhrasingFiles.zip(taught.all());
        Downloads.begin(response, "application/zip", "phrasings.zip");
        response.getOutputStream().write(zip);
    }

    @PostMapping("/{id}/withdraw")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "撤回教过的说法", description = "数秒内全部机器人不再按它理解。")
    Withdrawn withdraw(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id, RequestKey key) {
        return onceOnly.run(key, Withdrawn.class, () -> {
            handling.withdraw(id, staff);
            return new Withdrawn(id);
        });
    }

    private View view(TaughtPhrasing phrasing) {
        return new View(
                phrasing.id(), phrasing.text(), phrasing.intentCode(), views.intent(phrasing.intentCode()), phrasing.taughtBy(),
                GroupViews.moment(phrasing.taughtAt()));
    }
}
