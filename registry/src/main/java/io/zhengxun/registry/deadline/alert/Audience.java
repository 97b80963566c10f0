package io.zhengxun.registry.deadline.alert;

import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.institution.Region;

/** Who is told of a deadline. */
public enum Audience {
    /** Who owes it (T5). */
    DEBTOR,
    /** The level above, once it was missed: the city's centre, the province's, the province's lead (T7). */
    ABOVE;

    /**
     * Whose contacts these are.
     *
     * @param debtor as a running deadline has it
     * @param regionCode the institution's: its city's, or the province's of a provincial one
     * @throws IllegalArgumentException for the ministry, which nobody alerts (D4)
     */
    public Owner owner(Debtor debtor, long institutionId, String regionCode) {
        return switch (debtor) {
            case INSTITUTION -> this == DEBTOR ? Owner.institution(institutionId) : Owner.centre(regionCode);
            case CITY -> Owner.centre(this == DEBTOR ? regionCode : Region.PROVINCE_CODE);
            // What the province misses is its lead's: a contact of the same centre.
            case PROVINCE -> Owner.centre(Region.PROVINCE_CODE);
            case MINISTRY, CENTRE -> throw new IllegalArgumentException("Nobody alerts " + debtor + ".");
        };
    }
}
