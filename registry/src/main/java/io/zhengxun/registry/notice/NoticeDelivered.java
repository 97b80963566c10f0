package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.time.Instant;

/**
 * Published, once for each of its deliveries, in the transaction that records that a notice has reached its recipient: what
 * counts as evidence (T4) is committed with it.
 *
 * @param acknowledged whether the recipient tapped; else a channel reported the delivery
 */
public record NoticeDelivered(
        long noticeId, NoticeKind kind, Deed.Subject subject, boolean acknowledged, Instant at) {}
