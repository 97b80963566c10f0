package io.zhengxun.registry.digest;

import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.deadline.alert.Alert;
import io.zhengxun.registry.deadline.alert.Audience;
import io.zhengxun.registry.deadline.alert.DueAlerts;
import io.zhengxun.registry.deadline.alert.Owner;
import io.zhengxun.registry.notice.MergedNotices;
import io.zhengxun.registry.notice.MergedNotices.Merged;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the digests of a run: to each contact one of each kind, whatever it has to tell. */
@Component
class DigestWriting {

    private final DueAlerts alerts;
    private final Recipients recipients;
    private final OwnerNames names;
    private final DigestFacts facts;
    private final MergedNotices notices;
    private final DigestMapper mapper;
    private final Clock clock;

    DigestWriting(
            DueAlerts alerts,
            Recipients recipients,
            OwnerNames names,
            DigestFacts facts,
            MergedNotices notices,
            DigestMapper mapper,
            Clock clock) {
        this.alerts = alerts;
        this.recipients = recipients;
        this.names = names;
        this.facts = facts;
        this.notices = notices;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param contact null if there is nobody to be told */
    private record Addressed(Digest digest, Contact contact) {

        Recipient recipient() {
            return contact == null ? Recipient.nobody() : Recipient.contact(contact.id());
        }
    }

    /**
     * Within the caller's transaction.
     *
     * @return how many notices were written
     */
    int write(WatchRun run, List<Owner> owners) {
        List<Alert> told = alerts.of(run.id(), owners).stream().filter(Alert::stands).toList();
        Map<Owner, List<Contact>> contacts = recipients.of(owners);
        List<Addressed> addressed = new ArrayList<>();
        for (Owner owner : owners) {
            addressed.addAll(ofDebtor(run, owner, contacts.get(owner)));
            addressed.addAll(ofAbove(run, owner, contacts.get(owner), told));
        }
        Map<Digest, List<Alert>> items = new LinkedHashMap<>();
        addressed.forEach(each -> items.put(each.digest(), each.digest().items(told, alert -> true)));
        items.values().removeIf(List::isEmpty);
        addressed.removeIf(each -> !items.containsKey(each.digest()));
        return stored(run, addressed, items);
    }

    private static List<Addressed> ofDebtor(WatchRun run, Owner owner, List<Contact> contacts) {
        return addressed(new Digest(0, run.id(), owner.key(), Audience.DEBTOR, false), contacts);
    }

    private List<Addressed> ofAbove(WatchRun run, Owner owner, List<Contact> contacts, List<Alert> told) {
        Digest toAll = new Digest(0, run.id(), owner.key(), Audience.ABOVE, false);
        Digest toLead = new Digest(0, run.id(), owner.key(), Audience.ABOVE, true);
        boolean isLeads = told.stream().anyMatch(alert -> toLead.tells(alert) && alert.debtor() == Debtor.PROVINCE);
        if (!isLeads || contacts.isEmpty()) {
            return addressed(isLeads ? toLead : toAll, contacts);
        }
        List<Contact> leads = recipients.leads(contacts);
        return contacts.stream()
                .map(contact -> new Addressed(leads.contains(contact) ? toLead : toAll, contact))
                .toList();
    }

    private static List<Addressed> addressed(Digest digest, List<Contact> contacts) {
        return contacts.isEmpty()
                ? List.of(new Addressed(digest, null))
                : contacts.stream().map(contact -> new Addressed(digest, contact)).toList();
    }

    private int stored(WatchRun run, List<Addressed> addressed, Map<Digest, List<Alert>> items) {
        if (addressed.isEmpty()) {
            return 0;
        }
        Map<Digest, Map<String, String>> told = facts.of(items, run.day());
        Map<Owner, OwnerNames.Named> places =
                names.of(items.keySet().stream().map(Digest::whose).distinct().toList());
        List<Merged> merged = addressed.stream()
                .map(each -> new Merged(
                        notice(run, each, told.get(each.digest()), places.get(each.digest().whose())),
                        items.get(each.digest()).size()))
                .toList();
        Map<String, Long> ids = notices.queue(merged);
        List<Digest> digests = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            Digest digest = addressed.get(i).digest();
            digests.add(new Digest(
                    ids.get(merged.get(i).notice().key()), run.id(), digest.owner(), digest.audience(), digest.toLead()));
        }
        mapper.insertAll(digests);
        return merged.size();
    }

    private NewNotice notice(WatchRun run, Addressed to, Map<String, String> told, OwnerNames.Named place) {
        Owner owner = to.digest().whose();
        NoticeKind kind = to.digest().audience() == Audience.DEBTOR ? NoticeKind.DEADLINES : NoticeKind.ESCALATION;
        String whose = to.contact() == null ? owner.key() : to.recipient().key();
        Subject subject = owner.isCentre()
                ? new Subject(Subject.Kind.CONTACT, String.valueOf(to.recipient().id()))
                : new Subject(Subject.Kind.INSTITUTION, String.valueOf(owner.institutionId()));
        return new NewNotice(
                kind,
                key(kind, run, whose),
                to.recipient(),
                new NewNotice.About(subject, owner.institutionId(), place.regionCode()),
                to.contact() == null ? List.of() : to.contact().reachableBy(),
                to.contact() == null ? List.of() : to.contact().unreachableBy(),
                told,
                false,
                clock.instant());
    }

    static String key(NoticeKind kind, WatchRun run, String whose) {
        String key = kind.name().toLowerCase(Locale.ROOT) + ":" + run.day() + ":" + whose;
        return run.number() == 1 ? key : key + ":" + run.number();
    }
}
