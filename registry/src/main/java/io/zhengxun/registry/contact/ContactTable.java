package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Contacts as this room's acts read and write them: sealed, held until the transaction ends, and in the order of their ids,
 * so that two acts never wait for each other.
 */
@Component
class ContactTable {

    private final ContactMapper mapper;
    private final Vault vault;
    private final Clock clock;

    ContactTable(ContactMapper mapper, Vault vault, Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.clock = clock;
    }

    Optional<Contact> find(long id) {
        return mapper.byIds(List.of(id)).stream().map(this::opened).findFirst();
    }

    List<Contact> boundTo(String openId) {
        return mapper.lastingByOpenId(hashes(openId)).stream().map(this::opened).toList();
    }

    /** The hashes under which a follower may stand. */
    List<byte[]> hashes(String openId) {
        return vault.fingerprints(Contacts.OPEN_ID, openId);
    }

    /** Held, if the person may look after it and it lasts. */
    Contact kept(long id, Staff by) {
        Contact contact = Optional.ofNullable(mapper.lockedById(id))
                .map(this::opened)
                .filter(one -> one.isIn(by.scope()))
                .orElseThrow(Absent::new);
        if (!contact.isKeptBy(by)) {
            throw new RoleNotAllowed("W3");
        }
        if (!contact.isLasting()) {
            throw new ContactEnded();
        }
        return contact;
    }

    Contact kept(SeenContact seen, Staff by) {
        Contact contact = kept(seen.id(), by);
        if (contact.version() != seen.version()) {
            throw new ContactChanged();
        }
        return contact;
    }

    Contact locked(long id) {
        return opened(mapper.lockedById(id));
    }

    /** Whom the contact is to take over from, held. */
    Optional<Contact> lockedPredecessor(long id) {
        return find(id).map(Contact::replacesId).map(this::locked);
    }

    List<Contact> lockedOf(String openId) {
        List<Long> ids = boundTo(openId).stream().map(Contact::id).toList();
        return lasting(ids).stream().filter(one -> Objects.equals(one.addresses().openId(), openId)).toList();
    }

    List<Contact> lockedOfAccount(String username) {
        return lasting(mapper.idsOfAccount(username)).stream()
                .filter(one -> Objects.equals(one.username(), username))
                .toList();
    }

    private List<Contact> lasting(Collection<Long> ids) {
        return ids.stream().sorted().map(this::locked).filter(Contact::isLasting).toList();
    }

    boolean hasSuccessor(long id) {
        return mapper.waitingSuccessors(id) > 0;
    }

    /** @param replacesId null if the contact takes over from nobody */
    Contact insert(Owner owner, ContactForm form, Long replacesId, String by) {
        ContactWrite row = write(form);
        try {
            mapper.insert(row, owner, replacesId, by, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new AccountIsContact();
        }
        return locked(row.id);
    }

    Contact change(Contact before, ContactForm form) {
        try {
            mapper.change(before.id(), write(form));
        } catch (DuplicateKeyException e) {
            throw new AccountIsContact();
        }
        return locked(before.id());
    }

    Contact bind(Contact before, String openId, Instant at) {
        mapper.bind(before.id(), vault.seal(openId), vault.fingerprint(Contacts.OPEN_ID, openId), at);
        return locked(before.id());
    }

    Contact end(Contact before, String by) {
        mapper.end(before.id(), by, clock.instant());
        return locked(before.id());
    }

    private ContactWrite write(ContactForm form) {
        return new ContactWrite(form, vault);
    }

    private Contact opened(ContactRow row) {
        return row.contact(vault);
    }
}
