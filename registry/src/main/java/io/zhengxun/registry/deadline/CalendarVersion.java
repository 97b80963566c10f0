package io.zhengxun.registry.deadline;

import java.time.Instant;

/**
 * Which calendar it is, counted up by each change.
 *
 * @param changedAt when it was changed last; null if never
 * @param changedBy name of who changed it; empty if nobody did
 * @param changed the day or the year that was changed; empty if none was
 * @param libraryYear the last year that the library had when open deadlines were counted; null if never
 */
record CalendarVersion(long version, Instant changedAt, String changedBy, String changed, Integer libraryYear) {}
