package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.refusal.Refusal;

/** A first report changes nothing: only corrections differ from what was returned (R3). */
public class NotACorrection extends Refusal {

    private static final long serialVersionUID = 1L;

    NotACorrection(String batch) {
        super(Kind.CONFLICT, "not-a-correction", "R3", batch);
    }
}
