package io.zhengxun.notifier.telling;

import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.certificate.AwaitedCertificates;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.registry.subscription.HolderSubscription;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A holder is told what still is: the certificate is published and neither deleted nor being verified (K6, K8), or its data
 * lies in that return; and only who still wants to be told.
 */
@Component
class HolderTruth implements Truth {

    private final HolderSubscriptions holders;
    private final AwaitedCertificates certificates;
    private final Returns returns;

    HolderTruth(HolderSubscriptions holders, AwaitedCertificates certificates, Returns returns) {
        this.holders = holders;
        this.certificates = certificates;
        this.returns = returns;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.PUBLISHED, NoticeKind.RETURNED);
    }

    /** Read once for all. */
    private record Known(
            Map<Long, HolderSubscription> holders, Map<Long, AwaitedCertificate> certificates, Map<String, Return> returns) {}

    @Override
    public Map<Long, Verdict> of(Collection<Notice> notices) {
        Known known = new Known(
                holders.find(of(notices, notice -> notice.recipient().id())),
                certificates.find(of(notices, HolderTruth::certificateId)),
                returns.findByNumbers(of(notices, notice -> notice.facts().get(HolderFacts.RETURN))));
        return notices.stream().collect(Collectors.toMap(Notice::id, notice -> verdict(notice, known)));
    }

    private static <T> List<T> of(Collection<Notice> notices, Function<Notice, T> part) {
        return notices.stream().map(part).filter(Objects::nonNull).distinct().toList();
    }

    private static Long certificateId(Notice notice) {
        return Long.valueOf(notice.subject().key());
    }

    private static Verdict verdict(Notice notice, Known known) {
        HolderSubscription holder = known.holders().get(notice.recipient().id());
        // Without an openid the person has left, or taken the wish back.
        if (holder == null || holder.openId() == null) {
            return Verdict.obsolete("UNSUBSCRIBED");
        }
        AwaitedCertificate certificate = known.certificates().get(certificateId(notice));
        if (certificate == null) {
            return Verdict.obsolete("NOT_SHOWN");
        }
        return notice.kind() == NoticeKind.PUBLISHED
                ? published(notice, certificate)
                : returned(notice, certificate, known.returns().get(notice.facts().get(HolderFacts.RETURN)));
    }

    private static Verdict published(Notice notice, AwaitedCertificate certificate) {
        return certificate.publishedOn() == null ? Verdict.obsolete("NOT_PUBLISHED") : Verdict.holds(notice);
    }

    private static Verdict returned(Notice notice, AwaitedCertificate certificate, Return found) {
        if (found == null || certificate.returnId() == null || certificate.returnId() != found.id()) {
            return Verdict.obsolete("CORRECTED");
        }
        Map<String, String> now = new HashMap<>(notice.facts());
        now.put(HolderFacts.DUE_ON, HolderFacts.dueOn(found));
        return now.equals(notice.facts()) ? Verdict.holds(notice) : Verdict.changed(now, HolderFacts.DUE_ON);
    }
}
