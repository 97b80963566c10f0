package io.zhengxun.registry.submission.review;

import java.time.Instant;

/**
 * A reason for which rows are returned (R2).
 *
 * @param code 2–20 capital letters, digits and underscores; never changes
 * @param wording what the institution is told
 * @param active whether it may be used for new returns
 * @param changedBy username
 * @param version counts the changes: a form opened on an older one is refused
 */
public record ReturnReason(
        String code, String wording, boolean active, String changedBy, Instant changedAt, int version) {}
