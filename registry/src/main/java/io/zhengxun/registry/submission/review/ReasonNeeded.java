package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.refusal.Refusal;

/** The reason cannot be retired: returns that follow from a rule are recorded with it (R2, R4). */
public class ReasonNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    ReasonNeeded(String code) {
        super(Kind.CONFLICT, "return-reason-needed", "R2", code);
    }
}
