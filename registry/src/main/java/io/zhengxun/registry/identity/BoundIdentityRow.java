package io.zhengxun.registry.identity;

import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.privacy.Vault;
import java.time.Instant;

/** A bound identity as its table has it. */
record BoundIdentityRow(
        long id, byte[] nameSealed, IdType idType, byte[] idNumberSealed, String consentVersion, Instant consentedAt) {

    BoundIdentity opened(Vault vault) {
        Holder holder = new Holder(
                PersonName.of(vault.open(nameSealed)), IdNumber.of(idType, vault.open(idNumberSealed)));
        return new BoundIdentity(id, holder, consentVersion, consentedAt);
    }
}
