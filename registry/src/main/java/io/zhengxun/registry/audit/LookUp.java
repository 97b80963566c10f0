package io.zhengxun.registry.audit;

import java.time.Instant;

/**
 * A query for a certificate as the trail kept it: masked, and without who asked (Q6).
 *
 * @param channel a {@link Query.Channel}
 * @param outcome a {@link Query.Outcome}
 */
public record LookUp(
        Instant askedAt,
        Query.Channel channel,
        Query.Outcome outcome,
        String maskedNumber,
        String maskedName,
        String maskedIdNumber) {}
