package io.zhengxun.registry.deadline;

import java.time.Instant;

/**
 * Which calendar it is, counted up by each change.
 *
 * @param changedAt when it was changed last; null if never
 * @param changedBy name of who changed it; empty if nobody did
 * @param changed what was changed, e.g. {@code SET 2027-01-04}
 */
record CalendarVersion(long version, Instant changedAt, String changedBy, String changed) {}
