package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contacts, for whoever asks whom to tell. */
@Component
public class Contacts {

    /** Label of the keyed hashes by which openids are found. */
    static final String OPEN_ID = "contact-openid";

    private final ContactMapper mapper;
    private final Vault vault;
    private final ContactDeeds deeds;

    Contacts(ContactMapper mapper, Vault vault, ContactDeeds deeds) {
        this.mapper = mapper;
        this.vault = vault;
        this.deeds = deeds;
    }

    public Optional<Contact> find(long id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** By id, the ended ones too; at the cost of one query. */
    public Map<Long, Contact> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : opened(mapper.byIds(ids)).stream().collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** @throws Absent if there is none, or it is outside of the scope */
    public Contact visible(long id, Scope scope) {
        return find(id).filter(contact -> contact.isIn(scope)).orElseThrow(Absent::new);
    }

    /** Newest first, paged by id; the ended ones too. */
    public List<Contact> page(ContactFilter filter) {
        return opened(mapper.page(filter));
    }

    /**
     * The lasting contacts of institutions that have the duty, bound or not, by the institution's id; without those who
     * are to take over from one that lasts, and without those whom nothing reaches if something reaches another.
     */
    public Map<Long, List<Contact>> ofInstitutions(Collection<Long> institutionIds, Duty duty) {
        return institutionIds.isEmpty()
                ? Map.of()
                : reached(told(mapper.lastingOfInstitutions(institutionIds), duty), Contact::institutionId);
    }

    /**
     * The lasting contacts of centres that have the duty, bound or not, by the centre's region; without others as of
     * {@link #ofInstitutions}.
     */
    public Map<String, List<Contact>> ofCentres(Collection<String> regionCodes, Duty duty) {
        return regionCodes.isEmpty()
                ? Map.of()
                : reached(told(mapper.lastingOfCentres(regionCodes), duty), Contact::regionCode);
    }

    /** Somebody whom nothing reaches is nobody's work while another one of the place is told; the contact itself shows it. */
    private static <K> Map<K, List<Contact>> reached(Stream<Contact> told, Function<Contact, K> place) {
        return told.collect(Collectors.groupingBy(place, Collectors.collectingAndThen(Collectors.toList(), all -> {
            List<Contact> reached = all.stream().filter(contact -> !contact.reachableBy().isEmpty()).toList();
            return reached.isEmpty() ? all : reached;
        })));
    }

    /** A contact and its successor belong to the same place: both are among the rows. */
    private Stream<Contact> told(List<ContactRow> lasting, Duty duty) {
        Set<Long> ids = lasting.stream().map(ContactRow::id).collect(Collectors.toSet());
        return opened(lasting).stream()
                .filter(contact -> contact.replacesId() == null || !ids.contains(contact.replacesId()))
                .filter(contact -> contact.duties().contains(duty));
    }

    /** The lasting contacts that are bound to a follower. */
    public List<Contact> boundTo(String openId) {
        return opened(mapper.lastingByOpenId(vault.fingerprints(OPEN_ID, openId)));
    }

    /** As {@link #successors}. */
    public Optional<Contact> successor(long id) {
        return Optional.ofNullable(successors(List.of(id)).get(id));
    }

    /**
     * Who lasts now in the place of contacts that ended, by the id of the one that ended, however often the work was
     * handed over since; without those in whose place nobody is. What waits for the one is for the other.
     */
    public Map<Long, Contact> successors(Collection<Long> endedIds) {
        Map<Long, Contact> successors = new HashMap<>();
        Map<Long, Long> latest = new HashMap<>();
        endedIds.forEach(id -> latest.put(id, id));
        while (!latest.isEmpty()) {
            Map<Long, Contact> next = opened(mapper.successors(new HashSet<>(latest.values()))).stream()
                    .collect(Collectors.toMap(Contact::replacesId, Function.identity(), (earlier, later) -> later));
            // A successor is added later than whom it follows: the chain ends.
            latest.values().retainAll(next.keySet());
            latest.replaceAll((ended, before) -> next.get(before).id());
            next.values().stream().filter(Contact::isLasting).forEach(lasting -> latest.forEach((ended, id) -> {
                if (id == lasting.id()) {
                    successors.put(ended, lasting);
                }
            }));
            latest.keySet().removeAll(successors.keySet());
        }
        return successors;
    }

    /**
     * The person no longer follows the account: nothing reaches them there. The binding stays, since it is the
     * institution's; a warning shows. What is told late, after the person came back, does nothing.
     *
     * @param at when the person left, or was last found not to follow
     */
    @Transactional
    public void markUnfollowed(String openId, Instant at) {
        boundTo(openId).stream()
                .filter(contact -> mapper.setUnfollowed(contact.id(), at) > 0)
                .forEach(contact -> tell("CONTACT_UNFOLLOWED", contact));
    }

    /**
     * The person follows the account again, or still; nothing if they left later.
     *
     * @param at when the person followed
     */
    @Transactional
    public void markFollowing(String openId, Instant at) {
        boundTo(openId).stream()
                .filter(contact -> mapper.setFollowing(contact.id(), at) > 0)
                .filter(contact -> !contact.isFollowing())
                .forEach(contact -> tell("CONTACT_FOLLOWING", contact));
    }

    /** Whether the account takes the person for one who left; one look into an index. */
    public boolean isMarkedUnfollowed(String openId) {
        return mapper.countUnfollowed(vault.fingerprints(OPEN_ID, openId)) > 0;
    }

    private void tell(String act, Contact contact) {
        deeds.tell(act, contact, Actor.system(), Map.of(), Map.of());
    }

    private List<Contact> opened(List<ContactRow> rows) {
        return rows.stream().map(row -> row.contact(vault)).toList();
    }
}
