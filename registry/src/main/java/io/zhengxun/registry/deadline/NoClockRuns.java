package io.zhengxun.registry.deadline;

import io.zhengxun.registry.refusal.Refusal;

/** The clock that was to be stopped does not run: it never did, or somebody else acted first. */
public class NoClockRuns extends Refusal {

    private static final long serialVersionUID = 1L;

    NoClockRuns(DeadlineRule rule) {
        super(Kind.CONFLICT, "no-clock-runs", rule.id());
    }
}
