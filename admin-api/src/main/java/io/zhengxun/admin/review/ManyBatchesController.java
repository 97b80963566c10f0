package io.zhengxun.admin.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.review.ReviewAct;
import io.zhengxun.registry.submission.review.ReviewOrder;
import io.zhengxun.registry.submission.review.ReviewingBatches;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One act with many batches. */
@RestController
@Tag(name = "审核")
class ManyBatchesController {

    private final ReviewingBatches reviewing;
    private final MessageSource messages;

    ManyBatchesController(ReviewingBatches reviewing, MessageSource messages) {
        this.reviewing = reviewing;
        this.messages = messages;
    }

    @Schema(name = "批量审核操作")
    record Order(
            @Schema(description = "操作", example = "APPROVE") ReviewAct act,
            @Schema(description = "批次，最多 500 个") List<Batch> batches,
            @Schema(description = "说明，最多 500 个字；退回重审时必填") String remark) {

        ReviewOrder order() {
            if (act == null) {
                throw new FieldsRefused(List.of(FieldFlaw.of("act", "required")));
            }
            return new ReviewOrder(act, remark);
        }

        /** @throws FieldsRefused with each place of the list that does not name a batch as it was seen */
        List<Ordered> ordered() {
            List<Batch> given = batches == null ? List.of() : batches;
            FieldsRefused.throwIfAny("", IntStream.range(0, given.size())
                    .filter(place -> given.get(place) == null || !given.get(place).isComplete())
                    .mapToObj(place -> FieldFlaw.of("batches[" + place + "]", "export.batch"))
                    .toList());
            return given.stream().map(Batch::ordered).toList();
        }
    }

    @Schema(name = "所见的批次")
    record Batch(
            @Schema(description = "批次号", example = "PC261123-7KQ2MX4T") String number,
            @Schema(description = "所见的版本", example = "3") Integer version) {

        boolean isComplete() {
            return number != null && version != null;
        }

        Ordered ordered() {
            return new Ordered(number, version);
        }
    }

    @Schema(name = "批量办理结果")
    record Answer(
            @Schema(description = "已办理的批次数", example = "48") int done,
            @Schema(description = "未办理的批次数", example = "2") int refused,
            @Schema(description = "逐批结果，与请求的顺序相同") List<Item> items) {}

    @Schema(name = "单个批次的结果")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(description = "批次号", example = "PC261123-7KQ2MX4T") String number,
            @Schema(description = "已办理时：现在的情况") ReviewController.Reviewed done,
            @Schema(description = "未办理时：代码", example = "changed-meanwhile") String code,
            @Schema(description = "未办理时：依据的规则", example = "W2") String rule,
            @Schema(description = "未办理时：原因") String detail) {}

    @PostMapping("/api/submissions/acts")
    @Allowed({Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(
            summary = "对多个批次执行同一操作",
            description = "逐批办理，一批不成不影响其他；答复 200，逐批列出结果。带 Idempotency-Key 时可以重复发送，不会重复办理。")
    Answer act(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody Order order, RequestKey key) {
        List<Item> items = reviewing.act(order.ordered(), order.order(), staff, key).stream()
                .map(this::item)
                .toList();
        int done = (int) items.stream().filter(item -> item.done() != null).count();
        return new Answer(done, items.size() - done, items);
    }

    private Item item(ReviewingBatches.Outcome outcome) {
        Refusal refusal = outcome.refusal();
        if (refusal == null) {
            return new Item(
                    outcome.number(), ReviewController.Reviewed.of(outcome.done(), messages), null, null, null);
        }
        return new Item(
                outcome.number(),
                null,
                refusal.code(),
                refusal.rule().isEmpty() ? null : refusal.rule(),
                messages.getMessage(refusal, Locale.SIMPLIFIED_CHINESE));
    }
}
