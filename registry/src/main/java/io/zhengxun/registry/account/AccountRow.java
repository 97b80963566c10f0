package io.zhengxun.registry.account;

import java.time.Instant;

/** An account with its secrets, none of which leaves this package. In the order of the mapper's columns. */
record AccountRow(
        long id,
        String username,
        String name,
        Role role,
        Long institutionId,
        String regionCode,
        String passwordHash,
        boolean mustChange,
        Instant passwordSetAt,
        byte[] totpSealed,
        Instant totpConfirmedAt,
        String externalId,
        int epoch,
        Instant disabledAt,
        int version,
        boolean totpRequired) {

    boolean secondFactor() {
        return totpConfirmedAt != null;
    }

    Account account() {
        return new Account(
                id, username, name, role, new Scope(role.scope(), institutionId, regionCode), secondFactor(), externalId,
                passwordSetAt, disabledAt, epoch, version);
    }

    /** Without name and secrets. */
    @Override
    public String toString() {
        return "AccountRow[" + username + "]";
    }
}
