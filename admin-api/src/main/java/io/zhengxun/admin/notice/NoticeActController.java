package io.zhengxun.admin.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.notice.desk.NoticeList;
import io.zhengxun.registry.notice.desk.OrderedNotice;
import io.zhengxun.registry.notice.desk.SteeringNotices;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.returns.PhoningInstitution;
import io.zhengxun.registry.submission.returns.TellingAgain;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Centres' staff send a notice again, take it out of the way, or record that they told it by telephone. */
@RestController
@RequestMapping("/api/notices/{id}")
@Tag(name = "通知")
class NoticeActController {

    private final SteeringNotices steering;
    private final TellingAgain again;
    private final PhoningInstitution phoning;
    private final NoticeList list;
    private final NoticeViews views;
    private final OnceOnly onceOnly;
    private final Clock clock;

    NoticeActController(
            SteeringNotices steering,
            TellingAgain again,
            PhoningInstitution phoning,
            NoticeList list,
            NoticeViews views,
            OnceOnly onceOnly,
            Clock clock) {
        this.steering = steering;
        this.again = again;
        this.phoning = phoning;
        this.list = list;
        this.views = views;
        this.onceOnly = onceOnly;
        this.clock = clock;
    }

    @PostMapping("/resend")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "重发通知", description = "从第一个渠道重新开始。退回通知当时没有联系人或渠道的，改发给机构现有的退回联系人；仍然没有的不能重发。")
    NoticeView resend(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody NoticeForms.Resending form,
            RequestKey key) {
        return onceOnly.run(
                key, NoticeView.class, () -> views.whole(again.resend(form.ordered(id), staff), staff));
    }

    @PostMapping("/cancel")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "取消通知", description = "不再发送；已提交给渠道的无法撤回。无需再通知的待处理通知也用此结束。")
    NoticeView cancel(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody NoticeForms.Cancelling form,
            RequestKey key) {
        return onceOnly.run(
                key, NoticeView.class, () -> views.whole(steering.cancel(form.ordered(id), form.why(), staff), staff));
    }

    @PostMapping("/call")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "登记已电话通知",
            description = "退回通知的，同时登记机构已收到（依据：电话），更正期限自通话之日起算；机构此前已收到的，依据不变。不由本中心转达的退回（如省中心致电市属机构）和其他通知，只留通话记录。")
    NoticeView call(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody NoticeForms.Calling form,
            RequestKey key) {
        return onceOnly.run(key, NoticeView.class, () -> {
            OrderedNotice ordered = form.ordered(id);
            return views.whole(
                    phoning.call(ordered, form.call(list.visible(id, staff.scope()), clock.instant()), staff), staff);
        });
    }
}
