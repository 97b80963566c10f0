package io.zhengxun.bot.callback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the callback behaves.
 *
 * @param window how far a push's timestamp may lie from now, each way
 * @param deadline when the answer is given, counted from the receipt; WeChat itself waits 5 s
 * @param lease after this long a message claimed by an instance that died may be worked on by another; above the deadline
 * @param kept how long a reply answers the repeats of its message
 * @param rehearsal how long a starting instance runs through its own answers before it says that it is ready; zero for not
 * @param places how many messages are worked on at the same time in this instance; more are asked to come back
 * @param waiting how many repeats wait at the same time in this instance for a reply in the making; likewise
 */
@ConfigurationProperties("zhengxun.callback")
record CallbackSettings(
        Duration window, Duration deadline, Duration lease, Duration kept, Duration rehearsal, int places, int waiting) {

    CallbackSettings {
        if (places < 1 || waiting < 1 || window.toMillis() < 1 || deadline.toMillis() < 1) {
            throw new IllegalArgumentException("zhengxun.callback needs places, waiting, window and deadline above zero.");
        }
        if (lease.compareTo(deadline) <= 0 || kept.compareTo(lease) <= 0) {
            throw new IllegalArgumentException("zhengxun.callback needs deadline < lease < kept.");
        }
    }

    /** A push may come this early and be repeated this late. */
    Duration nonceKept() {
        return window.multipliedBy(2).plus(lease);
    }
}
