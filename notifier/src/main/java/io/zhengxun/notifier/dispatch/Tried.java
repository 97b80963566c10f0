package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.notice.delivery.Attempt;

/**
 * A try and its outcome.
 *
 * @param down whether the channel counts as down, be it by this try
 */
record Tried(Attempt attempt, Outcome outcome, boolean down) {

    /** Whether it is one of the few that a notice has: not if what failed is the channel, for all notices alike. */
    boolean counts() {
        return !down && outcome.result() != Result.RATE;
    }
}
