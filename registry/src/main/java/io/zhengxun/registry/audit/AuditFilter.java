package io.zhengxun.registry.audit;

import java.time.Instant;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record AuditFilter(Instant from, Instant until, String username, String act, Deed.Subject subject) {

    public static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null);
    }
}
