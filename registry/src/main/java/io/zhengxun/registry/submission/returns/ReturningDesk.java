package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.deadline.DeadlineRule;

/** Who returned rows, and by which rule they are to be corrected. */
public enum ReturningDesk {
    CITY(DeadlineRule.D7),
    PROVINCE(DeadlineRule.D6),
    MINISTRY(DeadlineRule.D5);

    private final DeadlineRule correction;

    ReturningDesk(DeadlineRule correction) {
        this.correction = correction;
    }

    /** The deadline of the correction; it starts with the receipt of the notice of return (T4). */
    public DeadlineRule correction() {
        return correction;
    }
}
