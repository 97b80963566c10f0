package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;

/** Later than D8 nothing is accepted, unless the province lead has admitted it (T6). */
public class PastLastDay extends Refusal {

    private static final long serialVersionUID = 1L;

    public PastLastDay(Issuance issuance) {
        super(Kind.CONFLICT, "past-last-day", "D8", issuance.number(), issuance.closesOn().toString());
    }
}
