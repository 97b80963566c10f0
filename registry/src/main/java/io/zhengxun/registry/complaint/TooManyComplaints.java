package io.zhengxun.registry.complaint;

import io.zhengxun.registry.refusal.Refusal;

/** The person has as many open complaints as one may have (ours). */
public class TooManyComplaints extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyComplaints() {
        super(Kind.CONFLICT, "too-many-complaints", "X1", String.valueOf(Complaints.MOST_OPEN));
    }
}
