package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.refusal.Refusal;

/** A return is corrected once; it was already, perhaps by somebody else at the same time (R2). */
public class ReturnCorrected extends Refusal {

    private static final long serialVersionUID = 1L;

    ReturnCorrected(Return found, String correction) {
        super(Kind.CONFLICT, "return-corrected", "R2", found.number(), correction);
    }
}
