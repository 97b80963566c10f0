package io.zhengxun.admin.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.question.QuestionGroup;
import io.zhengxun.registry.question.QuestionGroups;
import io.zhengxun.registry.question.QuestionGroups.Key;
import io.zhengxun.registry.question.QuestionGroups.RecentKey;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the bot did not understand, counted together. */
@RestController
@RequestMapping("/api/questions")
@Tag(name = "没听懂的问题", description = "机器人没听懂的问题：合并计数，归入意图并教给机器人")
class QuestionController {

    private static final Pattern KEY = Pattern.compile("(\\d{1,15})-(\\d{1,18})");
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int EXAMPLES = 20;

    private final QuestionGroups groups;
    private final GroupViews views;

    QuestionController(QuestionGroups groups, GroupViews views) {
        this.groups = groups;
        this.views = views;
    }

    enum Order {
        COUNT,
        RECENT
    }

    record Typed(
            @Parameter(description = "OPEN 待处理（默认），ASSIGNED 已归入意图，DONE 不必处理") String state,
            @Parameter(description = "COUNT 问得多的在前（默认），RECENT 最近问的在前") String order,
            @Parameter(description = "上一页返回的 next") String after,
            @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

    @Schema(name = "没听懂的问题列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<GroupView> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    private record Place(long first, long id) {}

    @GetMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "没听懂的问题，相似的合并计数", description = "姓名和号码在保存前已换成统称。翻页：把上一页的 next 作为 after。")
    Page page(@ParameterObject Typed typed, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Typed.class);
        QuestionGroup.State state = parameters.one("state", typed.state(), QuestionGroup.State.class);
        boolean recent = parameters.one("order", typed.order(), Order.class) == Order.RECENT;
        Place after = place(parameters, typed.after());
        int limit = parameters.limit(typed.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        QuestionGroup.State asked = state == null ? QuestionGroup.State.OPEN : state;
        List<QuestionGroup> found = recent
                ? groups.recent(asked, after == null ? null : recent(after), limit + 1)
                : groups.page(asked, after == null ? null : new Key((int) after.first(), after.id()), limit + 1);
        List<QuestionGroup> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown.stream().map(views::line).toList(), found.size() > limit ? key(shown.get(limit - 1), recent) : null);
    }

    @GetMapping("/{id}")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "一组没听懂的问题和最近的不同说法")
    ResponseEntity<GroupView> one(@PathVariable long id) {
        GroupView whole = views.whole(groups.one(id), groups.examples(id, EXAMPLES));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(whole);
    }

    private static Place place(Parameters parameters, String typed) {
        String text = parameters.text(typed);
        if (text == null) {
            return null;
        }
        Matcher key = KEY.matcher(text);
        if (!key.matches()) {
            parameters.flaw("after", "parameter.after");
            return null;
        }
        return new Place(Long.parseLong(key.group(1)), Long.parseLong(key.group(2)));
    }

    private static RecentKey recent(Place place) {
        return new RecentKey(Instant.ofEpochMilli(place.first()), place.id());
    }

    private static String key(QuestionGroup last, boolean recent) {
        return (recent ? last.lastAt().toEpochMilli() : last.questions()) + "-" + last.id();
    }
}
