package io.zhengxun.registry.digest;

import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.deadline.alert.Owner;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.request.OnceOnly;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells the contacts of the centres in the morning of a working day what waits for them. Who has no work is not told;
 * where there is work and nobody to tell, the work list says so.
 */
@Component
public class DailySummary {

    private final WatchRuns runs;
    private final CentreWork work;
    private final Recipients recipients;
    private final Regions regions;
    private final Notices notices;
    private final OnceOnly inTransaction;
    private final Clock clock;

    DailySummary(
            WatchRuns runs,
            CentreWork work,
            Recipients recipients,
            Regions regions,
            Notices notices,
            OnceOnly inTransaction,
            Clock clock) {
        this.runs = runs;
        this.work = work;
        this.recipients = recipients;
        this.regions = regions;
        this.notices = notices;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /**
     * Writes the day's summaries, all of them or none, unless it is done or another instance is at it.
     *
     * @param today a working day
     * @return how many notices; empty if there was nothing to do
     */
    public OptionalInt run(LocalDate today) {
        // What an earlier day had to say is not said any more: nothing is handed on.
        return runs.claim(WatchKind.SUMMARY, today, (left, run) -> {})
                .map(run -> OptionalInt.of(written(run)))
                .orElse(OptionalInt.empty());
    }

    private int written(WatchRun run) {
        Map<String, Map<String, String>> facts = work.facts(run.day());
        try {
            return inTransaction.run(null, Integer.class, () -> {
                runs.hold(run);
                List<NewNotice> all = notices(run, facts);
                // A summary ends with its day: what nobody got of an earlier one is no work any more.
                all.stream().map(notice -> notice.about().subject()).distinct()
                        .forEach(subject -> notices.outdate(NoticeKind.SUMMARY, subject, "EARLIER_DAY"));
                notices.queue(all);
                runs.end(run);
                return all.size();
            });
        } catch (ClaimLost takenOver) {
            return 0;
        }
    }

    private List<NewNotice> notices(WatchRun run, Map<String, Map<String, String>> facts) {
        List<Owner> centres = Stream.concat(Stream.of(regions.province()), regions.cities().stream())
                .map(Region::code)
                .filter(facts::containsKey)
                .map(Owner::centre)
                .toList();
        List<NewNotice> all = new ArrayList<>();
        recipients.of(centres).forEach((centre, contacts) -> {
            Map<String, String> said = facts.get(centre.regionCode());
            contacts.forEach(contact -> all.add(notice(run, centre, contact, said)));
            if (contacts.isEmpty()) {
                all.add(notice(run, centre, null, said));
            }
        });
        return all;
    }

    /** @param contact null if there is nobody to be told: for the work list */
    private NewNotice notice(WatchRun run, Owner centre, Contact contact, Map<String, String> facts) {
        Recipient to = contact == null ? Recipient.nobody() : Recipient.contact(contact.id());
        return new NewNotice(
                NoticeKind.SUMMARY,
                DigestWriting.key(NoticeKind.SUMMARY, run, contact == null ? centre.key() : to.key()),
                to,
                new NewNotice.About(
                        new Subject(Subject.Kind.CONTACT, String.valueOf(to.id())), null, centre.regionCode()),
                contact == null ? List.of() : contact.reachableBy(),
                contact == null ? List.of() : contact.unreachableBy(),
                facts,
                false,
                clock.instant());
    }
}
