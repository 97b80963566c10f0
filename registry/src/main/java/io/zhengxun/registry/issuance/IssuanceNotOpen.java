package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Nothing can be reported of an issuance that was cancelled or of which all was reported (T3). */
public class IssuanceNotOpen extends Refusal {

    private static final long serialVersionUID = 1L;

    public IssuanceNotOpen(Issuance issuance) {
        super(Kind.CONFLICT, "issuance-not-open", "T3", issuance.number(), new DefaultMessageSourceResolvable("issuance." + issuance.state()));
    }
}
