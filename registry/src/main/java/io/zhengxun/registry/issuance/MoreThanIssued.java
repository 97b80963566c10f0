package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;

/** A batch has more rows than are still to be reported of its issuance (T3). */
public class MoreThanIssued extends Refusal {

    private static final long serialVersionUID = 1L;

    MoreThanIssued(Issuance issuance, int rows) {
        super(Kind.CONFLICT, "more-than-issued", "T3", issuance.number(), String.valueOf(issuance.remaining()), String.valueOf(rows));
    }
}
