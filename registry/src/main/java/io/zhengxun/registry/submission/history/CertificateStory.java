package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.audit.LookUp;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.notice.Told;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.returns.CertificateReturns.Lain;
import io.zhengxun.registry.submission.review.Finding;
import java.util.List;

/**
 * All that is known of a certificate.
 *
 * @param batches in which it travelled, in order; the last one carries it, or carried it before its open return
 * @param returns in which it lay, in order (R2)
 * @param acts on its batches, its returns and itself, in order
 * @param findings of the machine (C6), of all its batches
 * @param lookUps the latest first; null for a reader who may not see them
 * @param notices that concern its batches and returns, the latest first
 * @param trail whether what the trail says of it is unaltered (W4)
 */
public record CertificateStory(
        Certificate certificate,
        Institution institution,
        List<Submission> batches,
        List<Lain> returns,
        List<HistoryEvent> acts,
        List<Finding> findings,
        List<LookUp> lookUps,
        List<Told> notices,
        Trail trail) {

    /** @param entries of the trail that were looked at */
    public record Trail(int entries, boolean intact) {}

    /** Where it is now, or was when its open return was recorded. */
    public Submission current() {
        return batches.get(batches.size() - 1);
    }
}
