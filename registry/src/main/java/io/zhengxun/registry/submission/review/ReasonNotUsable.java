package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.refusal.Refusal;

/** No return can give this reason: the catalogue does not know it, or does not use it any more. */
public class ReasonNotUsable extends Refusal {

    private static final long serialVersionUID = 1L;

    ReasonNotUsable() {
        super(Kind.INVALID, "return-reason-not-usable", "R2");
    }
}
