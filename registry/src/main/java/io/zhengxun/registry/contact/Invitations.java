package io.zhengxun.registry.contact;

import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations as those meet them who are invited: scanned, then confirmed, once. */
@Component
public class Invitations {

    /** How long what was scanned and never confirmed is kept. */
    private static final Duration SCANS_KEPT = Duration.ofDays(1);

    private final ContactTable table;
    private final InvitationMapper mapper;
    private final EndingContact ending;
    private final ContactDeeds deeds;
    private final ContactSettings settings;
    private final Vault vault;
    private final Clock clock;

    Invitations(
            ContactTable table,
            InvitationMapper mapper,
            EndingContact ending,
            ContactDeeds deeds,
            ContactSettings settings,
            Vault vault,
            Clock clock) {
        this.table = table;
        this.mapper = mapper;
        this.ending = ending;
        this.deeds = deeds;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
    }

    /** What a scan or a confirmation led to. */
    public enum Outcome {
        /** Scanned: the person can confirm. */
        OFFERED,
        /** Confirmed. */
        BOUND,
        /** The person is bound to this institution or centre already. */
        BOUND_ALREADY,
        /** Unknown, expired, used or revoked: nobody learns which. */
        NOT_VALID,
        /** Somebody else confirmed first, or the invitation ended after the scan. */
        TOO_LATE,
        /** The person scanned nothing, or too long ago. */
        NOTHING_TO_CONFIRM
    }

    /** @param contact whom it is about; null unless the outcome is about one */
    public record Binding(Outcome outcome, Contact contact) {}

    /** An invitation that can still be used. */
    public record Open(long id, long contactId, String invitedBy, Instant expiresAt) {}

    /** Whether a QR code's scene is an invitation's, valid or not. */
    public static boolean isInvitation(String scene) {
        return Scene.isOne(scene);
    }

    /** The invitations of contacts that can still be used, by the contact's id. */
    public Map<Long, Open> openOf(Collection<Long> contactIds) {
        return contactIds.isEmpty()
                ? Map.of()
                : mapper.openOf(contactIds, clock.instant()).stream()
                        .collect(Collectors.toMap(Open::contactId, Function.identity()));
    }

    /** @throws InvitationClosed if the invitation can no longer be used */
    public void requireOpen(long contactId, long invitationId) {
        Open open = openOf(List.of(contactId)).get(contactId);
        if (open == null || open.id() != invitationId) {
            throw new InvitationClosed();
        }
    }

    /** A follower scanned a QR code: OFFERED, BOUND_ALREADY or NOT_VALID. */
    @Transactional
    public Binding scan(String scene, String openId) {
        Instant now = now();
        mapper.forgetScansBefore(now.minus(SCANS_KEPT));
        InvitationRow invitation = mapper.byScene(vault.fingerprints(Scene.LABEL, scene));
        if (invitation == null) {
            return new Binding(Outcome.NOT_VALID, null);
        }
        Contact invited = table.find(invitation.contactId).orElseThrow();
        Optional<Contact> own = ownBeside(invited, table.boundTo(openId));
        if (own.isPresent()) {
            return new Binding(Outcome.BOUND_ALREADY, own.get());
        }
        if (!invitation.isValidAt(now)) {
            return new Binding(Outcome.NOT_VALID, null);
        }
        mapper.forgetScans(table.hashes(openId));
        mapper.rememberScan(vault.fingerprint(Contacts.OPEN_ID, openId), invitation.id, now);
        return new Binding(Outcome.OFFERED, invited);
    }

    /**
     * The follower confirms what this very person scanned last: BOUND, BOUND_ALREADY, TOO_LATE or NOTHING_TO_CONFIRM. Of
     * two who scanned the same code the first who confirms is bound. Whom the contact takes over from ends with it.
     */
    @Transactional
    public Binding confirm(String openId) {
        Instant now = now();
        InvitationMapper.Scanned scanned = mapper.lockedScan(table.hashes(openId));
        if (scanned == null) {
            return nothingScanned(openId);
        }
        if (!now.isBefore(scanned.scannedAt().plus(settings.confirmedWithin()))) {
            return new Binding(Outcome.NOTHING_TO_CONFIRM, null);
        }
        mapper.forgetScans(table.hashes(openId));
        long contactId = mapper.contactOf(scanned.invitationId());
        // Whoever else acts on the contact holds it first, then its invitation: nobody waits in a circle.
        Optional<Contact> before = table.lockedPredecessor(contactId);
        Contact invited = table.locked(contactId);
        Optional<Contact> own = ownBeside(invited, table.boundTo(openId));
        if (own.isPresent()) {
            return new Binding(Outcome.BOUND_ALREADY, own.get());
        }
        if (mapper.use(scanned.invitationId(), now) == 0) {
            return new Binding(Outcome.TOO_LATE, null);
        }
        before.filter(Contact::isLasting).ifPresent(one -> ending.handOver(one, invited));
        return new Binding(Outcome.BOUND, bind(invited, openId));
    }

    /** Who taps twice is told again that it worked. */
    private Binding nothingScanned(String openId) {
        return table.boundTo(openId).stream()
                .findFirst()
                .map(contact -> new Binding(Outcome.BOUND_ALREADY, contact))
                .orElse(new Binding(Outcome.NOTHING_TO_CONFIRM, null));
    }

    private Contact bind(Contact invited, String openId) {
        Contact after = table.bind(invited, openId, now());
        deeds.tell("CONTACT_BOUND", after, ContactDeeds.self(after), Map.of("state", invited.state().name()),
                Map.of("state", after.state().name()));
        return after;
    }

    /** What the person is already at the same place, but for whom the invited one takes over from. */
    private static Optional<Contact> ownBeside(Contact invited, List<Contact> bound) {
        return bound.stream()
                .filter(contact -> contact.owner().equals(invited.owner()))
                .filter(contact -> invited.replacesId() == null || contact.id() != invited.replacesId())
                .findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
