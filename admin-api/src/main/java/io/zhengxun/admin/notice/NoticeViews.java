package io.zhengxun.admin.notice;

import static io.zhengxun.admin.notice.NoticeView.moment;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.LifeEvent;
import io.zhengxun.registry.notice.desk.NoticeLives;
import io.zhengxun.registry.notice.desk.SteeringNotices;
import io.zhengxun.registry.notice.text.NoticeTexts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notices as the API shows them to a person. */
@Component
class NoticeViews {

    private final Contacts contacts;
    private final Institutions institutions;
    private final Accounts accounts;
    private final NoticeLives lives;
    private final NoticeTexts texts;
    private final NoticeWords words;

    NoticeViews(
            Contacts contacts,
            Institutions institutions,
            Accounts accounts,
            NoticeLives lives,
            NoticeTexts texts,
            NoticeWords words) {
        this.contacts = contacts;
        this.institutions = institutions;
        this.accounts = accounts;
        this.lives = lives;
        this.texts = texts;
        this.words = words;
    }

    /** Who and whose, by id, of a page of notices. */
    private record Beside(Map<Long, Contact> contacts, Map<Long, Institution> institutions) {}

    /** A notice, and how it is shown. */
    record Line(Notice notice, NoticeView view) {}

    /** The lines of a list. */
    List<Line> lines(List<Notice> found, Staff staff) {
        Beside beside = beside(found);
        return found.stream().map(one -> new Line(one, view(one, staff, beside, null, null))).toList();
    }

    /** All that is known of one. */
    NoticeView whole(Notice notice, Staff staff) {
        List<LifeEvent> life = lives.of(notice);
        Map<String, String> names = names(life, staff);
        Map<String, String> people = people(life);
        List<NoticeView.Event> events = life.stream()
                .map(event -> new NoticeView.Event(
                        moment(event.at()), event.type().name(), event.code(),
                        sentence(event, who(event, names), people), names.get(event.by())))
                .toList();
        String text = texts.of(notice.kind(), notice.facts()).sms();
        return view(notice, staff, beside(List.of(notice)), text, events);
    }

    /** An institution deals with the office: it learns no names of centres' staff. */
    private Map<String, String> names(List<LifeEvent> life, Staff staff) {
        return staff.scope().kind() == Scope.Kind.INSTITUTION
                ? Map.of()
                : life.stream()
                        .map(LifeEvent::by)
                        .distinct()
                        .map(username -> accounts.find(username).orElse(null))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toMap(Account::username, Account::name));
    }

    /** Whom it was passed on to is told by name. */
    private String sentence(LifeEvent event, String who, Map<String, String> people) {
        if (!event.code().equals(Decision.REDIRECTED.name())) {
            return words.sentence(event, who);
        }
        String[] ids = event.detail().split(" ", 2);
        String before = people.getOrDefault(ids[0], words.text("notice.recipient.NOBODY"));
        return words.text("notice.life.REDIRECTED", before, people.getOrDefault(ids[1], words.text("notice.recipient.CONTACT")));
    }

    private Map<String, String> people(List<LifeEvent> life) {
        return contacts.find(life.stream()
                        .filter(event -> event.code().equals(Decision.REDIRECTED.name()))
                        .flatMap(event -> Stream.of(event.detail().split(" ")))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(contact -> String.valueOf(contact.id()), Contact::name));
    }

    private String who(LifeEvent event, Map<String, String> names) {
        return event.isByPerson() ? names.getOrDefault(event.by(), words.text("notice.by.centre")) : "";
    }

    private Beside beside(List<Notice> found) {
        return new Beside(
                contacts.find(found.stream()
                        .filter(one -> one.recipient().kind() == Recipient.Kind.CONTACT)
                        .map(one -> one.recipient().id())
                        .collect(Collectors.toSet())),
                institutions.find(found.stream()
                        .map(one -> one.about().institutionId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }

    private NoticeView view(
            Notice notice, Staff staff, Beside beside, String text, List<NoticeView.Event> events) {
        boolean holders = notice.recipient().kind() == Recipient.Kind.HOLDER;
        return new NoticeView(
                notice.id(),
                notice.kind().name(),
                words.kind(notice.kind()),
                to(notice.recipient(), beside.contacts()),
                of(notice.about().institutionId(), beside.institutions()),
                holders ? null : new NoticeView.About(notice.subject().kind().name(), notice.subject().key()),
                notice.state().name(),
                words.state(notice.state()),
                notice.channel() == null ? null : notice.channel().name(),
                words.channel(notice.channel()),
                notice.cause().isEmpty() ? null : notice.cause(),
                words.cause(notice.cause()),
                words.advice(notice.state(), notice.cause()),
                notice.urgent(),
                notice.round(),
                moment(notice.occurredAt()),
                moment(notice.createdAt()),
                notice.state() == NoticeState.QUEUED ? moment(notice.dueAt()) : null,
                moment(notice.acceptedAt()),
                moment(notice.deliveredAt()),
                notice.version(),
                SteeringNotices.possible(notice, staff).stream().map(Enum::name).toList(),
                text,
                events);
    }

    NoticeView.To to(Recipient recipient, Map<Long, Contact> known) {
        Contact contact = recipient.kind() == Recipient.Kind.CONTACT ? known.get(recipient.id()) : null;
        return new NoticeView.To(
                recipient.kind().name(),
                contact == null ? null : contact.id(),
                contact == null ? words.text("notice.recipient." + recipient.kind()) : contact.name());
    }

    /** @param id null for none */
    static NoticeView.Of of(Long id, Map<Long, Institution> known) {
        Institution institution = id == null ? null : known.get(id);
        return institution == null
                ? null
                : new NoticeView.Of(institution.numberPrefix(), institution.name(), institution.phone());
    }
}
