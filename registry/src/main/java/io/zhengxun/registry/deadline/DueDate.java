package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * By when something is due, and why (T1, T2).
 *
 * @param start legal day of the event that starts the period
 * @param dueDate last day of the period, a working day as far as the arrangements are known unless hours are counted
 * @param dueAt the end of that day, 24:00, as 00:00 of the next at +08:00; of a period of hours the very instant
 * @param provisional whether a day was looked up in a year whose holidays are not arranged yet
 * @param explanation in Chinese: what was counted, skipped and made up for
 */
public record DueDate(
        DeadlineRule rule,
        LocalDate start,
        LocalDate dueDate,
        OffsetDateTime dueAt,
        boolean provisional,
        String explanation) {}
