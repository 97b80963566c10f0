package io.zhengxun.registry.deadline;

import io.zhengxun.registry.refusal.Refusal;

/** The clock that was to be started runs already: somebody else acted first. */
public class ClockRuns extends Refusal {

    private static final long serialVersionUID = 1L;

    ClockRuns(DeadlineRule rule) {
        super(Kind.CONFLICT, "clock-runs", rule.id());
    }
}
