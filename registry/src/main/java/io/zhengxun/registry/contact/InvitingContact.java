package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites a contact to bind WeChat: single use, expiring, one at a time. */
@Component
public class InvitingContact {

    private final ContactTable table;
    private final InvitationMapper mapper;
    private final ContactSettings settings;
    private final Vault vault;
    private final AuditTrail trail;
    private final Clock clock;

    InvitingContact(
            ContactTable table,
            InvitationMapper mapper,
            ContactSettings settings,
            Vault vault,
            AuditTrail trail,
            Clock clock) {
        this.table = table;
        this.mapper = mapper;
        this.settings = settings;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What was issued; shown once, since only a keyed hash of the scene is kept.
     *
     * @param scene for the QR code: the only key to the binding
     */
    public record Issued(long id, String scene, Instant expiresAt) {

        /** Without the scene: it may get into a log. */
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /**
     * Issues an invitation; one that was open is revoked.
     *
     * @throws Absent if there is no such contact in the person's scope
     * @throws ContactEnded if it ended
     * @throws ContactBound if it is bound already
     */
    @Transactional
    public Issued invite(long contactId, Staff by) {
        Contact contact = table.kept(contactId, by);
        if (contact.state() == Contact.State.BOUND) {
            throw new ContactBound();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean revoked = mapper.revoke(contactId, now) > 0;
        String scene = Scene.random();
        InvitationRow row = InvitationRow.open(
                contactId, vault.fingerprint(Scene.LABEL, scene), now.plus(settings.invitationLasts()), by.username(), now);
        mapper.insert(row);
        tell("INVITATION_ISSUED", contactId, by,
                Map.of("revokesEarlier", String.valueOf(revoked), "expiresAt", row.expiresAt.toString()));
        return new Issued(row.id, scene, row.expiresAt);
    }

    /**
     * Takes the open invitation back, if there is one.
     *
     * @throws Absent if there is no such contact in the person's scope
     */
    @Transactional
    public void revoke(long contactId, Staff by) {
        table.kept(contactId, by);
        if (mapper.revoke(contactId, clock.instant()) > 0) {
            tell("INVITATION_REVOKED", contactId, by, Map.of());
        }
    }

    private void tell(String act, long contactId, Staff by, Map<String, String> facts) {
        trail.append(Deed.of(by.actor(), act, Deed.Subject.Kind.CONTACT, String.valueOf(contactId), facts));
    }
}
