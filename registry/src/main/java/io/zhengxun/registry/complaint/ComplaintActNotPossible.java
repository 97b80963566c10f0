package io.zhengxun.registry.complaint;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A complaint in this state does not allow the act, or not any more (X1). */
public class ComplaintActNotPossible extends Refusal {

    private static final long serialVersionUID = 1L;

    ComplaintActNotPossible(Complaint found, ComplaintAct act) {
        super(Kind.CONFLICT, "complaint-act-not-possible", "X1",
                new DefaultMessageSourceResolvable("complaint.state." + found.state()),
                new DefaultMessageSourceResolvable("complaint.act." + act));
    }
}
