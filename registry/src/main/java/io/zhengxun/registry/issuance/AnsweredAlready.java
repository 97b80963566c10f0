package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;

/** An issuance that a submitted batch answers is not cancelled: returned rows still belong to it (T3). */
public class AnsweredAlready extends Refusal {

    private static final long serialVersionUID = 1L;

    AnsweredAlready(Issuance issuance) {
        super(Kind.CONFLICT, "issuance-answered", "T3", issuance.number(), String.valueOf(issuance.reportedCount()));
    }
}
