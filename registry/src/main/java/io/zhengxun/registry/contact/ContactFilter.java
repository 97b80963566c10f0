package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Scope;

/**
 * Which contacts are looked for, newest first.
 *
 * @param within whose contacts may be seen
 * @param institutionId of one institution; null for any
 * @param centre region code of one centre; null for any
 * @param state null for any
 * @param unfollowed only those who no longer follow the account
 * @param before id of the last one seen; {@code Long.MAX_VALUE} for the first page
 */
public record ContactFilter(
        Scope within, Long institutionId, String centre, Contact.State state, boolean unfollowed, long before, int limit) {

    /** The same from another place. */
    public ContactFilter next(long behind, int most) {
        return new ContactFilter(within, institutionId, centre, state, unfollowed, behind, most);
    }
}
