package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A centre takes a batch up, passes it, sends it back to the reviewer, approves it or sends it up (R1, W1, W2). */
@Component
public class ReviewingBatch {

    private final Workflow workflow;
    private final OnceOnly onceOnly;

    ReviewingBatch(Workflow workflow, OnceOnly onceOnly) {
        this.workflow = workflow;
        this.onceOnly = onceOnly;
    }

    /** The batch after the act. */
    public record Done(String number, int version, Stage stage) {

        static Done of(Submission batch) {
            return new Done(batch.number(), batch.version(), batch.stage());
        }
    }

    /**
     * Does the act in a transaction of its own.
     *
     * @param key of the request, or null
     * @throws io.zhengxun.registry.refusal.Absent if there is no such batch in the person's scope
     * @throws io.zhengxun.registry.refusal.FieldsRefused for a remark that cannot be kept, or is missing
     * @throws io.zhengxun.registry.refusal.RoleNotAllowed for a role that may not do it
     * @throws io.zhengxun.registry.submission.ActNotPossible at another stage
     * @throws io.zhengxun.registry.submission.ReviewedByTheSame when a reviewer decides as the lead (W2)
     * @throws io.zhengxun.registry.submission.ChangedMeanwhile if somebody else acted since the person looked
     */
    public Done act(Ordered ordered, ReviewOrder order, Staff by, RequestKey key) {
        return onceOnly.run(key, Done.class, () -> Done.of(move(ordered, order, by)));
    }

    private Submission move(Ordered ordered, ReviewOrder order, Staff by) {
        Submission batch = workflow.seen(ordered, by);
        Map<String, String> facts = order.facts();
        return workflow.move(batch, order.act().act(), by, moved -> facts);
    }
}
