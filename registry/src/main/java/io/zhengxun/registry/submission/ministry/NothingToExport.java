package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.refusal.Refusal;

/** No batch is approved and not yet sent to the ministry. */
public class NothingToExport extends Refusal {

    private static final long serialVersionUID = 1L;

    NothingToExport() {
        super(Kind.CONFLICT, "nothing-to-export", "R4");
    }
}
