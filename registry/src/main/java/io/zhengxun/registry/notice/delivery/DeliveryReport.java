package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Instant;

/**
 * What a channel reports about a message.
 *
 * @param cause as the channel words it; empty when delivered
 * @param reportedAt by the channel's clock
 * @param noticeId whose message it was; null while that is not known
 * @param kind of that notice; null like it
 */
public record DeliveryReport(
        long id,
        Channel channel,
        String messageId,
        boolean delivered,
        String cause,
        Instant reportedAt,
        Instant receivedAt,
        Long noticeId,
        NoticeKind kind) {}
