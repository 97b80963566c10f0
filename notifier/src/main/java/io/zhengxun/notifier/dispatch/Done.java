package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.delivery.Handled;

/**
 * What was done with a notice, and what the channel answered.
 *
 * @param address to which it was sent; null if it was not
 * @param result null if it was not sent
 */
record Done(Handled handled, String address, Outcome.Result result) {

    static Done unsent(Handled handled) {
        return new Done(handled, null, null);
    }

    Notice notice() {
        return handled.notice();
    }

    /** Without the address (Q6). */
    @Override
    public String toString() {
        return "Done[" + notice().id() + " " + result + "]";
    }
}
