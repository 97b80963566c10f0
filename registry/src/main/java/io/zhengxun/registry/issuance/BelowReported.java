package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;

/** Fewer certificates than were reported already cannot have been issued (T3). */
public class BelowReported extends Refusal {

    private static final long serialVersionUID = 1L;

    BelowReported(Issuance issuance) {
        super(Kind.CONFLICT, "below-reported", "T3", issuance.number(), String.valueOf(issuance.reportedCount()));
    }
}
