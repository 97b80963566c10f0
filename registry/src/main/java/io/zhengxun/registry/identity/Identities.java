package io.zhengxun.registry.identity;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.request.OnceOnly;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The identities that people bound to their WeChat by consent (Q7, PIPL 13–15, 44–47): sealed, found by keyed hashes, gone at once
 * when the person says so. The trail keeps masked values only.
 */
@Component
public class Identities {

    /** So many in WeChat may bind the same identity (ours): a person has a second phone, not dozens. */
    public static final int MOST_OF_ONE = 5;

    private static final String OPEN_ID = "identity-openid";
    private static final String ID_NUMBER = "identity-id-number";
    /** The person acts in the chat, where nobody has an account. */
    private static final Actor HOLDER = new Actor("holder", "持证人", "HOLDER", "");

    private final IdentityMapper mapper;
    private final Vault vault;
    private final AuditTrail trail;
    private final Clock clock;
    private final OnceOnly inTransaction;

    Identities(IdentityMapper mapper, Vault vault, AuditTrail trail, Clock clock, OnceOnly inTransaction) {
        this.mapper = mapper;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
        this.inTransaction = inTransaction;
    }

    /** What came of a wish to bind an identity. */
    public enum Asked {
        BOUND,
        /** {@value #MOST_OF_ONE} others have bound it. */
        TOO_MANY
    }

    /** Whose certificates a person means by "mine"; empty without a binding. One look into an index. */
    public Optional<BoundIdentity> of(String openId) {
        return Optional.ofNullable(mapper.ofPerson(openIds(openId))).map(row -> row.opened(vault));
    }

    /**
     * Binds an identity, in place of an earlier one. That it is the person's own nobody can know; that it is a certificate's is the
     * caller's to have checked, by the limits of queries (Q5). In a transaction of its own unless the caller has one.
     *
     * @param consentVersion of the wording to which the person agreed just now
     */
    public Asked bind(String openId, Holder identity, String consentVersion) {
        try {
            return inTransaction.run(null, Asked.class, () -> {
                if (mapper.countOfOthers(idNumbers(identity.idNumber()), openIds(openId)) >= MOST_OF_ONE) {
                    return Asked.TOO_MANY;
                }
                end(openId, "REPLACED");
                insert(openId, identity, consentVersion);
                return Asked.BOUND;
            });
        } catch (DuplicateKeyException e) {
            // The same person said it twice at once: the other one has done it.
            return Asked.BOUND;
        }
    }

    /**
     * The person takes the consent back: the identity is deleted with this call.
     *
     * @return whether there was one
     */
    public boolean withdraw(String openId) {
        return inTransaction.run(null, Boolean.class, () -> end(openId, "WITHDRAWN"));
    }

    /** The person left the account, or WeChat took the permission back: nothing of the identity stays (PIPL 47). */
    public void forget(String openId) {
        inTransaction.run(null, Boolean.class, () -> end(openId, "LEFT"));
    }

    private void insert(String openId, Holder identity, String consentVersion) {
        IdentityMapper.New row = new IdentityMapper.New();
        row.openIdHash = openIds(openId).get(0);
        row.nameSealed = vault.seal(identity.name().plain());
        row.idType = identity.idNumber().type();
        row.idNumberSealed = vault.seal(identity.idNumber().plain());
        row.idNumberHash = idNumbers(identity.idNumber()).get(0);
        row.consentVersion = consentVersion;
        row.consentedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mapper.insert(row);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", identity.name().masked());
        facts.put("idNumber", identity.idNumber().masked());
        facts.put("consent", consentVersion);
        record("IDENTITY_BOUND", row.id, facts);
    }

    private boolean end(String openId, String cause) {
        List<Long> ids = mapper.lockedOfPerson(openIds(openId));
        if (!ids.isEmpty()) {
            mapper.delete(ids);
            ids.forEach(id -> record("IDENTITY_DELETED", id, Map.of("cause", cause)));
        }
        return !ids.isEmpty();
    }

    private void record(String act, long id, Map<String, String> facts) {
        trail.append(Deed.of(HOLDER, act, Deed.Subject.Kind.IDENTITY, String.valueOf(id), facts));
    }

    private List<byte[]> openIds(String openId) {
        return vault.fingerprints(OPEN_ID, openId);
    }

    private List<byte[]> idNumbers(IdNumber number) {
        return vault.fingerprints(ID_NUMBER, number.canonical());
    }
}
