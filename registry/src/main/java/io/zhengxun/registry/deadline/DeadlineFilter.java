package io.zhengxun.registry.deadline;

import java.time.LocalDate;

/**
 * Which open deadlines are listed; what is null restricts nothing.
 *
 * @param debtor who owes it: an institution, a city, the province or the ministry
 * @param institutionId of whose cases
 * @param regionCode of the cases of institutions of that region
 * @param until the latest day on which it is due
 */
public record DeadlineFilter(
        DeadlineRule rule, Debtor debtor, Long institutionId, String regionCode, LocalDate until) {

    public static final DeadlineFilter NONE = new DeadlineFilter(null, null, null, null, null);
}
