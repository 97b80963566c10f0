package io.zhengxun.registry.deadline;

import java.time.LocalDate;

/**
 * What is to be counted: equal periods end on the same day.
 *
 * @param length in the rule's units
 * @param start legal day of the event
 */
record Period(DeadlineRule rule, int length, LocalDate start) {}
