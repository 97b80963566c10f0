package io.zhengxun.registry.institution;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody filed an institution of that prefix or name at the same moment. */
public class InstitutionThere extends Refusal {

    private static final long serialVersionUID = 1L;

    InstitutionThere() {
        super(Kind.CONFLICT, "institution-there", "C3");
    }
}
