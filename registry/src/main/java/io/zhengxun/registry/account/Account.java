package io.zhengxun.registry.account;

import java.time.Instant;

/**
 * A person's account. It is never deleted: its username stays taken for ever (W4).
 *
 * @param secondFactor whether log-in asks for a one-time code
 * @param externalId the person's subject at the identity platform; null if that may not be used
 * @param disabledAt since when the person may no longer log in; null if the person may
 * @param epoch sessions of an earlier epoch have ended
 * @param version of the record, for changes that must not overwrite each other
 */
public record Account(
        long id,
        String username,
        String name,
        Role role,
        Scope scope,
        boolean secondFactor,
        String externalId,
        Instant passwordSetAt,
        Instant disabledAt,
        int epoch,
        int version) {

    public boolean disabled() {
        return disabledAt != null;
    }

    /** The person at work from a network address. */
    public Staff staff(String address) {
        return new Staff(username, name, role, scope, address);
    }

    /** Without the name: it may get into a log. */
    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
