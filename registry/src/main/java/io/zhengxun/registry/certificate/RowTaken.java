package io.zhengxun.registry.certificate;

import io.zhengxun.registry.refusal.Refusal;

/** A row that was to be returned was returned or published by somebody else meanwhile (R2). */
public class RowTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    RowTaken() {
        super(Kind.CONFLICT, "row-taken", "R2");
    }
}
