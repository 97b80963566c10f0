package io.zhengxun.notifier.telling;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.Returns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rows were returned: each of the institution's contacts for returns is told (T4). */
@Component
class ReturnTelling implements Telling {

    static final String RECORDED = "RETURN_RECORDED";

    private final Returns returns;
    private final Submissions submissions;
    private final Institutions institutions;
    private final Contacts contacts;
    private final ReturnFacts facts;

    ReturnTelling(
            Returns returns, Submissions submissions, Institutions institutions, Contacts contacts, ReturnFacts facts) {
        this.returns = returns;
        this.submissions = submissions;
        this.institutions = institutions;
        this.contacts = contacts;
        this.facts = facts;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RECORDED);
    }

    @Override
    public List<Told> of(Collection<Event> events) {
        Map<String, Return> found = returns.findByNumbers(
                events.stream().map(event -> event.event().subject().key()).distinct().toList());
        Known known = known(found.values().stream().filter(Return::isOpen).toList());
        return events.stream()
                .map(event -> new Case(event, found.get(event.event().subject().key())))
                .filter(one -> one.found() != null && one.found().isOpen())
                .flatMap(one -> notices(one, known).map(notice -> new Told(one.event().id(), notice)))
                .toList();
    }

    /** Read once for all. */
    private record Known(
            Map<Long, Institution> institutions, Map<Long, Submission> batches, Map<Long, List<Contact>> contacts) {}

    private record Case(Event event, Return found) {}

    private Known known(List<Return> open) {
        List<Long> ids = open.stream().map(Return::institutionId).distinct().toList();
        return new Known(
                institutions.find(ids),
                submissions.find(open.stream().map(Return::submissionId).distinct().toList()),
                contacts.ofInstitutions(ids, Duty.RETURNS));
    }

    private Stream<NewNotice> notices(Case told, Known known) {
        Return found = told.found();
        Map<String, String> said = facts.of(
                found, known.institutions().get(found.institutionId()), known.batches().get(found.submissionId()).number());
        List<Contact> people = known.contacts().getOrDefault(found.institutionId(), List.of());
        if (found.notifiedAt() != null) {
            // It knows of the return already: nobody has to be phoned (T4).
            people = people.stream().filter(person -> !person.reachableBy().isEmpty()).toList();
            return people.stream().map(person -> notice(told, Recipient.contact(person.id()), person, said));
        }
        return people.isEmpty()
                ? Stream.of(notice(told, Recipient.nobody(), null, said))
                : people.stream().map(person -> notice(told, Recipient.contact(person.id()), person, said));
    }

    /** @param person null for nobody */
    private static NewNotice notice(Case told, Recipient to, Contact person, Map<String, String> said) {
        Return found = told.found();
        return new NewNotice(
                NoticeKind.RETURN,
                "return:" + found.number() + ":" + to.key(),
                to,
                new NewNotice.About(
                        new Deed.Subject(Deed.Subject.Kind.RETURN, found.number()),
                        found.institutionId(),
                        found.regionCode()),
                person == null ? List.of() : person.reachableBy(),
                person == null ? List.of() : person.unreachableBy(),
                said,
                false,
                told.event().occurredAt());
    }
}
