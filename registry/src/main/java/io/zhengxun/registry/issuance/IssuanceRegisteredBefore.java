package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;

/** The same plan, occupation, level and day stand registered already (T3). */
public class IssuanceRegisteredBefore extends Refusal {

    private static final long serialVersionUID = 1L;

    IssuanceRegisteredBefore(Issuance earlier) {
        super(Kind.CONFLICT, "issuance-registered-before", "T3", earlier.number());
    }
}
