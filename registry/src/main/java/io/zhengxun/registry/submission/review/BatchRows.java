package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.ShownCertificate;
import io.zhengxun.registry.certificate.ShownCertificates;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of a batch with what the machine noticed. Names and ID numbers are shown in full to the institution itself and
 * to the centre at whose desk the batch lies, each time on record; masked to everybody else (Q6, W4).
 */
@Component
public class BatchRows {

    private final Submissions submissions;
    private final ShownCertificates certificates;
    private final Findings findings;
    private final AuditTrail trail;

    BatchRows(Submissions submissions, ShownCertificates certificates, Findings findings, AuditTrail trail) {
        this.submissions = submissions;
        this.certificates = certificates;
        this.findings = findings;
        this.trail = trail;
    }

    /** A row, and what the machine noticed in it. */
    public record Row(ShownCertificate certificate, List<Finding> findings) {}

    /**
     * @param inFull whether names and ID numbers stand there as they are
     * @param next the row number after which the next page begins; null after the last
     */
    public record Page(List<Row> rows, boolean inFull, Integer next) {}

    /**
     * Rows in their order, paged by key.
     *
     * @param after the row number of the last one seen; 0 for the first page
     * @throws io.zhengxun.registry.refusal.Absent if there is no such batch in the person's scope
     */
    @Transactional
    public Page page(String number, int after, int limit, Staff by) {
        Submission batch = submissions.visible(number, by.scope());
        boolean inFull = mayRead(batch, by.role());
        List<ShownCertificate> found = certificates.page(batch.id(), after, limit + 1, inFull);
        List<ShownCertificate> shown = found.subList(0, Math.min(limit, found.size()));
        if (inFull && !shown.isEmpty()) {
            record(batch, shown, by);
        }
        return new Page(
                rows(batch, shown), inFull, found.size() > limit ? shown.get(limit - 1).rowNo() : null);
    }

    private List<Row> rows(Submission batch, List<ShownCertificate> shown) {
        Map<Long, List<Finding>> noticed =
                findings.ofRows(batch.id(), shown.stream().map(ShownCertificate::id).toList());
        return shown.stream()
                .map(row -> new Row(row, noticed.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static boolean mayRead(Submission batch, Role role) {
        return switch (role) {
            case INSTITUTION_DATA_MANAGER -> true;
            case CITY_DATA_MANAGER, CITY_LEAD -> batch.desk() == Desk.CITY;
            case PROVINCE_REVIEWER, PROVINCE_LEAD -> batch.desk() == Desk.PROVINCE;
            case AUDITOR, ADMINISTRATOR -> false;
        };
    }

    private void record(Submission batch, List<ShownCertificate> shown, Staff by) {
        String rows = shown.get(0).rowNo() + "-" + shown.get(shown.size() - 1).rowNo();
        trail.append(Deed.of(
                by.actor(), "ROWS_SHOWN", Deed.Subject.Kind.SUBMISSION, batch.number(), Map.of("rows", rows)));
    }
}
