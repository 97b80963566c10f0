package io.zhengxun.registry.notice.delivery;

import java.time.Instant;

/**
 * A try to hand a notice to its channel.
 *
 * @param outcome its class, at most 16 characters
 * @param code the channel's own, empty when accepted
 * @param messageId the channel's id of the accepted message; null if it has none
 * @param requestId the platform's id of the request, or empty
 */
public record Attempt(
        Instant startedAt, Instant endedAt, String outcome, String code, String messageId, String requestId) {}
