package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;

/** Only what is past D8 needs the province lead, and only once (T6). */
public class AdmissionNotNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    AdmissionNotNeeded(Issuance issuance) {
        super(Kind.CONFLICT, "admission-not-needed", "T6", issuance.number(), issuance.closesOn().toString());
    }
}
