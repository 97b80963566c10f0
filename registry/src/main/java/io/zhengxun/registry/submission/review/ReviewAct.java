package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.submission.Act;

/** What a centre does with a batch as a whole, one at a time or many at once. */
public enum ReviewAct {
    TAKE_UP(Act.TAKE_UP),
    PASS(Act.PASS),
    SEND_BACK(Act.SEND_BACK),
    APPROVE(Act.APPROVE),
    SEND_UP(Act.SEND_UP);

    private final Act act;

    ReviewAct(Act act) {
        this.act = act;
    }

    Act act() {
        return act;
    }

    /** The reviewer must be told why it comes back. */
    boolean needsRemark() {
        return this == SEND_BACK;
    }
}
