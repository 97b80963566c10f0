package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What was asked cannot be done with a return in its present state, e.g. because it was done already (T4). */
public class ReturnActNotPossible extends Refusal {

    private static final long serialVersionUID = 1L;

    ReturnActNotPossible(Return found, ReturnAct act) {
        super(Kind.CONFLICT, "return-act-not-possible", "T4", found.number(), ReturnChanged.text(found.state()),
                new DefaultMessageSourceResolvable("return.act." + act));
    }
}
