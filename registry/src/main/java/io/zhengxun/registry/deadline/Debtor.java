package io.zhengxun.registry.deadline;

import io.zhengxun.registry.institution.Region;

/** Who owes what a deadline demands: the table's last column but one (rulebook, section 3). */
public enum Debtor {
    INSTITUTION,
    CITY,
    PROVINCE,
    /** For answers only: nobody alerts the ministry. */
    MINISTRY,
    /** The centre to which the institution reports: its city's, or the province's for a provincial one (W1). */
    CENTRE;

    /** Who it is in a case of an institution of that region; never {@link #CENTRE}. */
    public Debtor inCaseOf(String regionCode) {
        if (this != CENTRE) {
            return this;
        }
        return Region.PROVINCE_CODE.equals(regionCode) ? PROVINCE : CITY;
    }
}
