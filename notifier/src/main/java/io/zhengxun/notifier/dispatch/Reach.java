package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.contact.Addresses;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.subscription.HolderSubscription;
import io.zhengxun.registry.subscription.HolderSubscriptions;
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
    private final Complaints complaints;

    Reach(Contacts contacts, HolderSubscriptions holders, Complaints complaints) {
        this.contacts = contacts;
        this.holders = holders;
        this.complaints = complaints;
    }

    /**
     * @param ended why nothing reaches the recipient any more; empty if something may
     * @param follows whether the person follows the official account, as far as is known
     */
    record Reached(Addresses addresses, boolean follows, String ended) {

        private static Reached nobody(String why) {
            return new Reached(Addresses.NONE, false, why);
        }
    }

    /** By recipient, of all of them. */
    Map<Recipient, Reached> of(Collection<Notice> notices) {
        Map<Recipient, Reached> reached = new HashMap<>();
        Map<Long, Contact> people = lasting(ids(notices, Recipient.Kind.CONTACT));
        Map<Long, HolderSubscription> waiting = holders.find(ids(notices, Recipient.Kind.HOLDER));
        Map<Long, String> filers = complaints.openIds(ids(notices, Recipient.Kind.FILER));
        for (Notice notice : notices) {
            Recipient recipient = notice.recipient();
            reached.put(recipient, switch (recipient.kind()) {
                case CONTACT -> of(people.get(recipient.id()));
                case HOLDER -> of(waiting.get(recipient.id()));
                case FILER -> holder(filers.get(recipient.id()));
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

    private static Reached of(Contact person) {
        return person == null || !person.isLasting()
                ? Reached.nobody("CONTACT_ENDED")
                : new Reached(person.addresses(), person.isFollowing(), "");
    }

    private static Reached of(HolderSubscription holder) {
        return holder(holder == null ? null : holder.openId());
    }

    private static Reached holder(String openId) {
        return openId == null
                ? Reached.nobody("FORGOTTEN")
                : new Reached(new Addresses(openId, null, null, null), true, "");
    }
}
