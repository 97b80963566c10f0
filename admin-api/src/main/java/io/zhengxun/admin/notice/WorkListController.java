package io.zhengxun.admin.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.notice.desk.RetryingEvent;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom nothing reached, and what else only a person can put right. */
@RestController
@RequestMapping("/api/notices/work-list")
@Tag(name = "通知")
class WorkListController {

    private final WorkListViews views;
    private final RetryingEvent retrying;
    private final OnceOnly onceOnly;

    WorkListController(WorkListViews views, RetryingEvent retrying, OnceOnly onceOnly) {
        this.views = views;
        this.retrying = retrying;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "待人工处理")
    record View(
            @Schema(description = "通知按原因计数，先列最多的") List<Cause> causes,
            @Schema(description = "须电话通知的收件人，等得最久的在前，最多 200 位；各条通知以 GET /api/notices?work=true 列出")
                    List<Unreached> recipients,
            @Schema(description = "通知过多，只计了最早的一部分") boolean cut,
            @Schema(description = "已取消关注公众号的联系人，最多 200 位") List<Unfollowed> unfollowed,
            @Schema(description = "仍在暂停的渠道和模板") List<ChannelStopController.View> stops,
            @Schema(description = "额度用完、正在等待的渠道") List<ChannelStopController.Pause> pauses,
            @Schema(description = "未能生成通知的事项，按种类计数（省技能中心、审计、系统管理员可见）") List<Events> eventCounts,
            @Schema(description = "其中最近的 50 项") List<Event> events) {}

    @Schema(name = "待处理原因")
    record Cause(
            String state,
            String stateText,
            String cause,
            String causeText,
            @Schema(description = "怎样办") String advice,
            long notices) {}

    @Schema(name = "待电话通知的收件人")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unreached(
            NoticeView.To to,
            @Schema(description = "所属评价机构及其电话；技能中心人员的不显示") NoticeView.Of institution,
            @Schema(description = "技能中心人员所在中心") String centre,
            @Schema(description = "通知的种类") List<String> kindTexts,
            long notices,
            @Schema(description = "最早的一条通知的编号") long oldest,
            @Schema(description = "最早的一条生成于") String since) {}

    @Schema(name = "已取消关注的联系人")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unfollowed(long contact, String name, NoticeView.Of institution, String centre, String since) {}

    @Schema(name = "未能生成通知的事项数")
    record Events(
            @Schema(description = "UNKNOWN 不认识的事项；FAILED 反复失败") String state,
            String stateText,
            String kind,
            long events,
            String oldest) {}

    @Schema(name = "未能生成通知的事项")
    record Event(
            long id,
            String state,
            String stateText,
            @Schema(example = "RETURN_RECORDED") String kind,
            NoticeView.About about,
            @Schema(description = "失败的原因代码") String cause,
            String causeText,
            int attempts,
            String occurredAt) {}

    @GetMapping
    @Allowed({
        Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR
    })
    @Operation(
            summary = "待人工处理：联系不上的收件人、已取消关注的联系人、暂停的渠道、未能生成通知的事项",
            description = "没有任何渠道能送达的，请电话通知并登记（POST /api/notices/{id}/call）。")
    View list(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff) {
        return views.view(staff);
    }

    @Schema(name = "重新生成通知")
    record Retried(long id) {}

    @PostMapping("/events/{id}/retry")
    @Allowed({Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "重新处理未能生成通知的事项", description = "原因排除后使用；已生成过的通知不会重复。")
    Retried retry(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id, RequestKey key) {
        return onceOnly.run(key, Retried.class, () -> {
            retrying.retry(id, staff);
            return new Retried(id);
        });
    }
}
