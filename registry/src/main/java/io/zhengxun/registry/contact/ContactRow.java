package io.zhengxun.registry.contact;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.privacy.Vault;
import java.time.Instant;

/** A contact as its table has it: addresses sealed. */
record ContactRow(
        long id,
        Long institutionId,
        String regionCode,
        String username,
        String name,
        String duties,
        String channels,
        byte[] openIdSealed,
        byte[] miniIdSealed,
        byte[] emailSealed,
        byte[] mobileSealed,
        Contact.State state,
        Instant boundAt,
        Instant unfollowedAt,
        Instant endedAt,
        Long replacesId,
        int version) {

    Contact contact(Vault vault) {
        Addresses addresses = new Addresses(
                opened(vault, openIdSealed),
                opened(vault, miniIdSealed),
                opened(vault, emailSealed),
                opened(vault, mobileSealed));
        return new Contact(
                id, institutionId, regionCode, username, name, Duty.read(duties), Channel.read(channels), addresses,
                state, boundAt, unfollowedAt, endedAt, replacesId, version);
    }

    private static String opened(Vault vault, byte[] sealed) {
        return sealed == null ? null : vault.open(sealed);
    }
}
