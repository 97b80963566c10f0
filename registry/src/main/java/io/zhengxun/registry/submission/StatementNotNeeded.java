package io.zhengxun.registry.submission;

import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.refusal.Refusal;

/** A batch that comes in time needs no overdue statement, which would count against the institution (T6). */
public class StatementNotNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    StatementNotNeeded(Issuance issuance) {
        super(Kind.INVALID, "statement-not-needed", "T6", issuance.number(), issuance.reportDueOn().toString());
    }
}
