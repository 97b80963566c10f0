package io.zhengxun.registry.issuance;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The issuance is no longer as the person saw it. */
public class IssuanceChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    IssuanceChanged(Issuance now) {
        super(Kind.CONFLICT, "issuance-changed", "", now.number(), new DefaultMessageSourceResolvable("issuance." + now.state()), String.valueOf(now.issuedCount()),
                String.valueOf(now.reportedCount()));
    }
}
