package io.zhengxun.admin.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.review.ReviewAct;
import io.zhengxun.registry.submission.review.ReviewOrder;
import io.zhengxun.registry.submission.review.ReviewingBatch;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a centre does with one batch as a whole (R1, W1, W2); to return rows is another matter. */
@RestController
@RequestMapping("/api/submissions/{number}")
@Tag(name = "审核", description = "市、省技能中心的审核")
class ReviewController {

    private final ReviewingBatch reviewing;
    private final MessageSource messages;

    ReviewController(ReviewingBatch reviewing, MessageSource messages) {
        this.reviewing = reviewing;
        this.messages = messages;
    }

    @Schema(name = "审核操作")
    record Order(
            @Schema(description = "所见的版本", example = "3") Integer version,
            @Schema(description = "说明，最多 500 个字；退回重审时必填", example = "已核对材料") String remark) {}

    @Schema(name = "已办理")
    record Reviewed(
            @Schema(description = "批次号", example = "PC261123-7KQ2MX4T") String number,
            @Schema(description = "阶段代码", example = "CITY_REVIEWED") String stage,
            @Schema(description = "阶段", example = "市技能中心已审核，待负责人审批") String stageText,
            @Schema(description = "现在的版本", example = "4") int version) {

        static Reviewed of(ReviewingBatch.Done done, MessageSource messages) {
            String text = messages.getMessage("stage." + done.stage(), null, Locale.SIMPLIFIED_CHINESE);
            return new Reviewed(done.number(), done.stage().name(), text, done.version());
        }
    }

    @PostMapping("/take-up")
    @Allowed({Role.CITY_DATA_MANAGER, Role.PROVINCE_REVIEWER})
    @Operation(summary = "受理批次，或从他人处接手")
    Reviewed takeUp(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Order order,
            RequestKey key) {
        return done(ReviewAct.TAKE_UP, new Target(number, order, key), staff);
    }

    @PostMapping("/pass")
    @Allowed({Role.CITY_DATA_MANAGER, Role.PROVINCE_REVIEWER})
    @Operation(summary = "审核通过，交负责人审批")
    Reviewed pass(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Order order,
            RequestKey key) {
        return done(ReviewAct.PASS, new Target(number, order, key), staff);
    }

    @PostMapping("/send-back")
    @Allowed({Role.CITY_LEAD, Role.PROVINCE_LEAD})
    @Operation(summary = "退回重审，须说明原因")
    Reviewed sendBack(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Order order,
            RequestKey key) {
        return done(ReviewAct.SEND_BACK, new Target(number, order, key), staff);
    }

    @PostMapping("/approve")
    @Allowed({Role.CITY_LEAD, Role.PROVINCE_LEAD})
    @Operation(summary = "批准", description = "审核人与批准人须为两人。")
    Reviewed approve(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Order order,
            RequestKey key) {
        return done(ReviewAct.APPROVE, new Target(number, order, key), staff);
    }

    @PostMapping("/send-up")
    @Allowed({Role.CITY_LEAD, Role.CITY_DATA_MANAGER})
    @Operation(summary = "上报省技能中心")
    Reviewed sendUp(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestBody Order order,
            RequestKey key) {
        return done(ReviewAct.SEND_UP, new Target(number, order, key), staff);
    }

    private record Target(String number, Order order, RequestKey key) {}

    private Reviewed done(ReviewAct act, Target target, Staff staff) {
        Ordered ordered = new Ordered(target.number(), SeenVersion.of(target.order().version()));
        ReviewOrder order = new ReviewOrder(act, target.order().remark());
        return Reviewed.of(reviewing.act(ordered, order, staff, target.key()), messages);
    }
}
