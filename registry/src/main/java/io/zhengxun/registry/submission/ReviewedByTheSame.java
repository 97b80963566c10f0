package io.zhengxun.registry.submission;

import io.zhengxun.registry.refusal.Refusal;

/** Who has reviewed a batch at a desk neither approves it there nor sends it back (W2). */
public class ReviewedByTheSame extends Refusal {

    private static final long serialVersionUID = 1L;

    ReviewedByTheSame(Submission batch) {
        super(Kind.FORBIDDEN, "reviewed-by-the-same", "W2", batch.number());
    }
}
