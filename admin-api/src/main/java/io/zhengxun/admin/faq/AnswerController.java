package io.zhengxun.admin.faq;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.faq.FaqDesk;
import io.zhengxun.registry.faq.FaqVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the bot answers, and what it answered before. */
@RestController
@RequestMapping("/api/faq")
@Tag(name = "机器人答复", description = "机器人的答复：写草稿、试问、发布、恢复以前的版次")
class AnswerController {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final FaqDesk desk;
    private final AnswerViews views;

    AnswerController(FaqDesk desk, AnswerViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Schema(name = "答复列表")
    record Answers(List<AnswerView> items) {}

    record Typed(
            @Parameter(description = "上一页返回的 next") String after,
            @Parameter(description = "每页行数，1–100，默认 20") String limit) {}

    @Schema(name = "答复版次列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record History(
            List<AnswerView.Version> items, @Schema(description = "下一页的 after；没有下一页时不显示") Integer next) {}

    @GetMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "全部答复，每个意图一条")
    Answers all() {
        return new Answers(desk.all().stream().map(views::view).toList());
    }

    @GetMapping("/{intent}")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "一个意图的答复和草稿")
    AnswerView one(@PathVariable String intent) {
        return views.view(desk.one(intent));
    }

    @GetMapping("/{intent}/versions")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "发布过的版次，最近的在前，并与上一版次逐行对比")
    History history(@PathVariable String intent, @ParameterObject Typed typed, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Typed.class);
        int before = before(parameters, typed.after());
        int limit = parameters.limit(typed.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        List<FaqVersion> found = desk.history(intent, before, limit + 1);
        List<AnswerView.Version> shown = IntStream.range(0, Math.min(limit, found.size()))
                .mapToObj(i -> views.version(found.get(i), i + 1 < found.size() ? found.get(i + 1) : null))
                .toList();
        return new History(shown, found.size() > limit ? shown.get(limit - 1).textVersion() : null);
    }

    private static int before(Parameters parameters, String typed) {
        String text = parameters.text(typed);
        if (text != null && !text.matches("[0-9]{1,9}")) {
            parameters.flaw("after", "parameter.after");
        }
        return text == null || !text.matches("[0-9]{1,9}") ? Integer.MAX_VALUE : Integer.parseInt(text);
    }
}
