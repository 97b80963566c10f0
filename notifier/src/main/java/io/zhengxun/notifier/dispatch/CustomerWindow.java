package io.zhengxun.notifier.dispatch;

import java.time.Duration;
import java.time.Instant;

/** For how long after a person's message the platform takes customer-service messages to them (wechat-platform 4.2). */
final class CustomerWindow {

    private static final Duration LASTS = Duration.ofHours(48);
    /** For the way there, and clocks that differ: what comes too late would be refused (45015). */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private CustomerWindow() {}

    /** @param wroteAt null if nothing is known of a message */
    static boolean isOpen(Instant wroteAt, Instant now) {
        return wroteAt != null && now.isBefore(wroteAt.plus(LASTS).minus(MARGIN));
    }
}
