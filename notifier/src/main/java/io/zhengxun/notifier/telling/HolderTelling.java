package io.zhengxun.notifier.telling;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.certificate.AwaitedCertificates;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.registry.subscription.HolderSubscription;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Holders who asked are told once that their certificate is published, which ends their subscription, and of each return
 * in which its data lies (Q4).
 */
@Component
class HolderTelling implements Telling {

    private static final Set<String> PUBLISHED = Set.of("SUBMISSION_PUBLISH_SOME", "SUBMISSION_PUBLISH_REST");
    /** By the official account only: nothing else is known of a holder. */
    private static final List<Channel> CHANNELS = List.of(Channel.TEMPLATE, Channel.SUBSCRIPTION);

    private final HolderSubscriptions holders;
    private final AwaitedCertificates certificates;
    private final Submissions submissions;
    private final Returns returns;

    HolderTelling(
            HolderSubscriptions holders, AwaitedCertificates certificates, Submissions submissions, Returns returns) {
        this.holders = holders;
        this.certificates = certificates;
        this.submissions = submissions;
        this.returns = returns;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("SUBMISSION_PUBLISH_SOME", "SUBMISSION_PUBLISH_REST", ReturnTelling.RECORDED);
    }

    @Override
    public List<Told> of(Collection<Event> events) {
        List<String> keys = events.stream().map(event -> event.event().subject().key()).distinct().toList();
        Map<String, Submission> batches = submissions.findByNumbers(keys);
        Map<String, Return> returned = returns.findByNumbers(keys);
        List<Told> told = new ArrayList<>();
        for (Event event : events) {
            String key = event.event().subject().key();
            if (PUBLISHED.contains(event.event().kind()) && batches.containsKey(key)) {
                published(event, batches.get(key)).forEach(notice -> told.add(new Told(event.id(), notice)));
            } else if (returned.containsKey(key)) {
                returned(event, returned.get(key)).forEach(notice -> told.add(new Told(event.id(), notice)));
            }
        }
        return told;
    }

    private List<NewNotice> published(Event event, Submission batch) {
        List<HolderSubscription> waiting = holders.openOfPublished(batch.id());
        Map<Long, AwaitedCertificate> awaited = awaited(waiting);
        List<HolderSubscription> told = waiting.stream()
                .filter(holder -> awaited.containsKey(holder.certificateId())
                        && awaited.get(holder.certificateId()).publishedOn() != null)
                .toList();
        holders.end(told.stream().map(HolderSubscription::id).toList(), HolderSubscription.State.TOLD);
        return told.stream()
                .map(holder -> notice(event, holder, HolderFacts.published(awaited.get(holder.certificateId()))))
                .toList();
    }

    private List<NewNotice> returned(Event event, Return found) {
        List<HolderSubscription> waiting = holders.openOfReturn(found.id());
        Map<Long, AwaitedCertificate> awaited = awaited(waiting);
        return waiting.stream()
                .filter(holder -> awaited.containsKey(holder.certificateId()))
                .map(holder -> notice(
                        event, holder, HolderFacts.returned(awaited.get(holder.certificateId()), found)))
                .toList();
    }

    private Map<Long, AwaitedCertificate> awaited(List<HolderSubscription> waiting) {
        return certificates.find(waiting.stream().map(HolderSubscription::certificateId).distinct().toList());
    }

    private static NewNotice notice(Event event, HolderSubscription holder, Map<String, String> facts) {
        boolean published = PUBLISHED.contains(event.event().kind());
        Recipient to = Recipient.holder(holder.id());
        return new NewNotice(
                published ? NoticeKind.PUBLISHED : NoticeKind.RETURNED,
                (published ? "published:" : "returned:" + event.event().subject().key() + ":") + to.key(),
                to,
                new NewNotice.About(
                        new Deed.Subject(Deed.Subject.Kind.CERTIFICATE, String.valueOf(holder.certificateId())),
                        event.event().institutionId(),
                        event.event().regionCode()),
                CHANNELS,
                facts,
                false,
                event.occurredAt());
    }
}
