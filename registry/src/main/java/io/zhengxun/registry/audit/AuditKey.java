package io.zhengxun.registry.audit;

import java.time.Instant;

/** A place in the list of entries by time. */
public record AuditKey(Instant at, long id) {}
