package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.refusal.Refusal;

/** There is a reason of this code already. */
public class ReasonExists extends Refusal {

    private static final long serialVersionUID = 1L;

    ReasonExists(String code) {
        super(Kind.CONFLICT, "return-reason-exists", "R2", code);
    }
}
