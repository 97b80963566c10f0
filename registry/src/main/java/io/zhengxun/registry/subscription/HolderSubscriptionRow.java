package io.zhengxun.registry.subscription;

import io.zhengxun.registry.privacy.Vault;
import java.time.Instant;

/** A holder's subscription as its table has it: the person sealed. */
record HolderSubscriptionRow(
        long id, long certificateId, byte[] openIdSealed, HolderSubscription.State state, Instant askedAt, Instant endedAt) {

    HolderSubscription opened(Vault vault) {
        String openId = openIdSealed == null ? null : vault.open(openIdSealed);
        return new HolderSubscription(id, certificateId, openId, state, askedAt, endedAt);
    }
}
