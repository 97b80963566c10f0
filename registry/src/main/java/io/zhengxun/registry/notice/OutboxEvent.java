package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.util.Map;

/**
 * Something happened that somebody must be told of.
 *
 * @param kind stable name of what happened, e.g. {@code RETURN_RECORDED}
 * @param subject to what it happened
 * @param institutionId whose it is; null if no institution's
 * @param regionCode of the city or province whose it is; null if none's
 * @param facts what a text about it needs, by name; never personal data (Q6)
 */
public record OutboxEvent(
        String kind, Deed.Subject subject, Long institutionId, String regionCode, Map<String, String> facts) {}
