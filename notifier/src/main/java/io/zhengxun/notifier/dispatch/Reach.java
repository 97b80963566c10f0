package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.contact.Addresses;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.subscription.HolderSubscription;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where recipients are reached now, which may have changed since a notice was written; for a batch at once. */
@Component
class Reach {

    private final Contacts contacts;
    private final HolderSubscriptions holders;
    private final Consultations consultations;
    private final Complaints complaints;

    Reach(
            Contacts contacts, HolderSubscriptions holders, Consultations consultations, Complaints complaints) {
        this.contacts = contacts;
        this.holders = holders;
        this.consultations = consultations;
        this.complaints = complaints;
    }

    /**
     * @param successor who is reached in the place of the recipient, by id; null if that is the recipient
     * @param ended why nothing reaches the recipient any more; empty if something may
     * @param follows whether the person follows the official account, as far as is known
     * @param wroteAt when the person wrote last, as far as is known; null if it is not
     */
    record Reached(Addresses addresses, boolean follows, Instant wroteAt, Long successor, String ended) {

        private static Reached person(String openId, Instant wroteAt) {
            return openId == null
                    ? nobody("FORGOTTEN")
                    : new Reached(new Addresses(openId, null, null, null), true, wroteAt, null, "");
        }

        private static Reached nobody(String why) {
            return new Reached(Addresses.NONE, false, null, null, why);
        }
    }

    /** By recipient, of all of them. */
    Map<Recipient, Reached> of(Collection<Notice> notices) {
        Map<Recipient, Reached> reached = new HashMap<>();
        Map<Long, Contact> people = lasting(ids(notices, Recipient.Kind.CONTACT));
        Map<Long, HolderSubscription> waiting = holders.find(ids(notices, Recipient.Kind.HOLDER));
        Map<Long, Consultation> asking = consultations.find(ids(notices, Recipient.Kind.ASKER));
        Map<Long, String> filers = complaints.openIds(ids(notices, Recipient.Kind.FILER));
        for (Notice notice : notices) {
            Recipient recipient = notice.recipient();
            reached.put(recipient, switch (recipient.kind()) {
                case CONTACT -> of(recipient.id(), people.get(recipient.id()));
                case HOLDER -> of(waiting.get(recipient.id()));
                case ASKER -> of(asking.get(recipient.id()));
                case FILER -> Reached.person(filers.get(recipient.id()), null);
                case NOBODY -> Reached.nobody("NO_RECIPIENT");
            });
        }
        return reached;
    }

    private static List<Long> ids(Collection<Notice> notices, Recipient.Kind kind) {
        return notices.stream()
                .map(Notice::recipient)
                .filter(recipient -> recipient.kind() == kind)
                .map(Recipient::id)
                .distinct()
                .toList();
    }

    /** What waits for a contact that ended is for who took the work over. */
    private Map<Long, Contact> lasting(List<Long> ids) {
        Map<Long, Contact> people = new HashMap<>(contacts.find(ids));
        List<Long> ended = people.values().stream().filter(person -> !person.isLasting()).map(Contact::id).toList();
        if (!ended.isEmpty()) {
            people.putAll(contacts.successors(ended));
        }
        return people;
    }

    private static Reached of(long id, Contact person) {
        return person == null || !person.isLasting()
                ? Reached.nobody("CONTACT_ENDED")
                : new Reached(person.addresses(), person.isFollowing(), null, person.id() == id ? null : person.id(), "");
    }

    private static Reached of(HolderSubscription holder) {
        return Reached.person(holder == null ? null : holder.openId(), null);
    }

    private static Reached of(Consultation asked) {
        return asked == null ? Reached.nobody("FORGOTTEN") : Reached.person(asked.openId(), asked.lastMessageAt());
    }
}
