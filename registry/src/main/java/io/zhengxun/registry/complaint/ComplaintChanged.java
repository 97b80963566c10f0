package io.zhengxun.registry.complaint;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The complaint is no longer as the person saw it. */
public class ComplaintChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    ComplaintChanged(Complaint now) {
        super(Kind.CONFLICT, "complaint-changed", "", now.number(),
                new DefaultMessageSourceResolvable("complaint.state." + now.state()));
    }
}
