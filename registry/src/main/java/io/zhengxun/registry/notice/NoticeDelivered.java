package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.time.Instant;

/**
 * Published, once for each of its deliveries, in the transaction that records that a notice has reached its recipient: what
 * counts as evidence (T4) is committed with it.
 *
 * @param channel which reported the delivery; null if the recipient tapped
 */
public record NoticeDelivered(
        long noticeId, NoticeKind kind, Deed.Subject subject, Recipient recipient, Channel channel, Instant at) {

    /** Whether the recipient tapped; else a channel reported the delivery. */
    public boolean acknowledged() {
        return channel == null;
    }
}
