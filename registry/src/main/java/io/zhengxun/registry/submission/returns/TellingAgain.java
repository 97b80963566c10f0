package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Readdressed;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.NoticeList;
import io.zhengxun.registry.notice.desk.OrderedNotice;
import io.zhengxun.registry.notice.desk.SteeringNotices;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff send a notice again. That of a return for which there was nobody, or no way, goes to the contacts that the
 * institution has by now (T4).
 */
@Component
public class TellingAgain {

    private final SteeringNotices steering;
    private final NoticeList list;
    private final Notices notices;
    private final Contacts contacts;

    TellingAgain(SteeringNotices steering, NoticeList list, Notices notices, Contacts contacts) {
        this.steering = steering;
        this.list = list;
        this.notices = notices;
        this.contacts = contacts;
    }

    /**
     * @throws io.zhengxun.registry.refusal.Refusal as {@link SteeringNotices#resend(OrderedNotice, Staff)}; also while there
     *     is still nobody
     */
    @Transactional
    public Notice resend(OrderedNotice ordered, Staff by) {
        Notice seen = list.visible(ordered.id(), by.scope());
        List<Contact> people =
                seen.hasAddressee() || seen.kind() != NoticeKind.RETURN ? List.of() : reachable(seen);
        if (people.isEmpty()) {
            return steering.resend(ordered, by);
        }
        Notice sent = steering.resend(ordered, readdressed(people.get(0)), by);
        notices.queue(people.stream().skip(1).map(person -> alike(seen, person)).toList());
        return sent;
    }

    /** Who has the duty now; or the one person that it is for, or who took over from them. */
    private List<Contact> reachable(Notice seen) {
        Stream<Contact> people = seen.recipient().kind() == Recipient.Kind.NOBODY
                ? ofInstitution(seen.about().institutionId()).stream()
                : contacts.find(seen.recipient().id())
                        .filter(Contact::isLasting)
                        .or(() -> contacts.successor(seen.recipient().id()))
                        .stream();
        return people.filter(person -> !person.reachableBy().isEmpty()).toList();
    }

    private List<Contact> ofInstitution(long id) {
        return contacts.ofInstitutions(List.of(id), Duty.RETURNS).getOrDefault(id, List.of());
    }

    private static Readdressed readdressed(Contact person) {
        return new Readdressed(Recipient.contact(person.id()), person.reachableBy());
    }

    /** Under the key that it would have had from the beginning. */
    private static NewNotice alike(Notice seen, Contact person) {
        Recipient to = Recipient.contact(person.id());
        return new NewNotice(
                seen.kind(),
                "return:" + seen.subject().key() + ":" + to.key(),
                to,
                seen.about(),
                person.reachableBy(),
                person.unreachableBy(),
                seen.facts(),
                seen.urgent(),
                seen.occurredAt());
    }
}
