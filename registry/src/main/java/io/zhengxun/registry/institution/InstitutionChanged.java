package io.zhengxun.registry.institution;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody changed the institution after it was looked at. */
public class InstitutionChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    InstitutionChanged() {
        super(Kind.CONFLICT, "institution-changed", "");
    }
}
