package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject.Kind;
import io.zhengxun.registry.audit.LookUp;
import io.zhengxun.registry.audit.QueryTrail;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.CertificateRecords;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.Told;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.history.CertificateStory.Returned;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.registry.submission.review.Finding;
import io.zhengxun.registry.submission.review.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells a certificate's whole story within a person's scope, also of a suspended or deleted one (K6, K8). Who looked it up is
 * shown to the province and the auditor only: an institution or a city has no part in a holder's queries (Q6).
 */
@Component
public class CertificateStories {

    private static final int MOST_LOOK_UPS = 100;
    private static final int MOST_NOTICES = 100;
    /** Under which look-ups keep the number's hash. */
    private static final String NUMBER_LABEL = "certificate-number";

    private final CertificateRecords certificates;
    private final Institutions institutions;
    private final Submissions submissions;
    private final Returns returns;
    private final Histories histories;
    private final Findings findings;
    private final Differences differences;
    private final HistoryMapper mapper;
    private final AuditTrail trail;
    private final QueryTrail queries;
    private final Outbox outbox;
    private final Vault vault;

    CertificateStories(
            CertificateRecords certificates,
            Institutions institutions,
            Submissions submissions,
            Returns returns,
            Histories histories,
            Findings findings,
            Differences differences,
            HistoryMapper mapper,
            AuditTrail trail,
            QueryTrail queries,
            Outbox outbox,
            Vault vault) {
        this.certificates = certificates;
        this.institutions = institutions;
        this.submissions = submissions;
        this.returns = returns;
        this.histories = histories;
        this.findings = findings;
        this.differences = differences;
        this.mapper = mapper;
        this.trail = trail;
        this.queries = queries;
        this.outbox = outbox;
        this.vault = vault;
    }

    /** @throws Absent if there is no such certificate, or it lies outside of the reader's scope */
    public CertificateStory of(CertificateNumber number, Staff reader) {
        Certificate certificate = certificates.find(number).orElseThrow(Absent::new);
        Institution institution = institutions.find(certificate.institutionId()).orElseThrow();
        if (!reader.scope().covers(institution)) {
            throw new Absent();
        }
        List<Returned> lain = returned(certificate);
        List<Submission> batches = batches(certificate, lain);
        List<Deed.Subject> subjects = subjects(certificate, batches, lain);
        return new CertificateStory(
                certificate,
                institution,
                batches,
                lain,
                acts(certificate, batches, lain),
                findings(certificate, batches),
                lookUps(certificate, reader),
                notices(batches, lain),
                trail(subjects));
    }

    private List<Returned> returned(Certificate certificate) {
        return mapper.rowsOfReturns(certificate.id()).stream()
                .map(row -> new Returned(
                        returns.find(row.returnId).orElseThrow(),
                        row.rowNo,
                        row.reason,
                        row.remark,
                        row.afterName != null,
                        differences.of(row)))
                .toList();
    }

    /** From batch to batch it moves by the correction of a return only. */
    private List<Submission> batches(Certificate certificate, List<Returned> lain) {
        Map<Long, Submission> batches = new LinkedHashMap<>();
        Stream<Long> ids = Stream.concat(
                lain.stream().map(returned -> returned.matter().submissionId()), Stream.of(certificate.submissionId()));
        ids.forEach(id -> batches.computeIfAbsent(id, batch -> submissions.find(batch).orElseThrow()));
        return List.copyOf(batches.values());
    }

    private static List<Deed.Subject> subjects(Certificate certificate, List<Submission> batches, List<Returned> lain) {
        List<Deed.Subject> subjects = new ArrayList<>();
        subjects.add(new Deed.Subject(Kind.CERTIFICATE, certificate.number().value()));
        batches.forEach(batch -> subjects.add(new Deed.Subject(Kind.SUBMISSION, batch.number())));
        lain.forEach(returned -> subjects.add(new Deed.Subject(Kind.RETURN, returned.matter().number())));
        return subjects;
    }

    private List<HistoryEvent> acts(Certificate certificate, List<Submission> batches, List<Returned> lain) {
        List<HistoryEvent> events = new ArrayList<>();
        batches.forEach(batch -> events.addAll(histories.ofBatch(batch)));
        lain.stream().map(Returned::matter).forEach(matter -> events.addAll(histories.ofReturn(matter)));
        events.addAll(histories.ofCertificate(certificate.number().value()));
        return Histories.ordered(events);
    }

    private List<Finding> findings(Certificate certificate, List<Submission> batches) {
        return batches.stream()
                .flatMap(batch -> findings.ofRows(batch.id(), List.of(certificate.id())).values().stream())
                .flatMap(List::stream)
                .toList();
    }

    private List<LookUp> lookUps(Certificate certificate, Staff reader) {
        boolean mayKnow = reader.scope().kind() == Scope.Kind.PROVINCE && reader.role() != Role.ADMINISTRATOR;
        return mayKnow
                ? queries.ofNumber(vault.fingerprints(NUMBER_LABEL, certificate.number().value()), MOST_LOOK_UPS)
                : null;
    }

    private List<Told> notices(List<Submission> batches, List<Returned> lain) {
        List<String> ofBatches = batches.stream().map(Submission::number).toList();
        List<String> ofReturns = lain.stream().map(Returned::matter).map(Return::number).toList();
        return Stream.concat(
                        outbox.of(Kind.SUBMISSION, ofBatches, MOST_NOTICES).stream(),
                        outbox.of(Kind.RETURN, ofReturns, MOST_NOTICES).stream())
                .sorted(Comparator.comparing(Told::occurredAt).reversed())
                .limit(MOST_NOTICES)
                .toList();
    }

    private CertificateStory.Trail trail(List<Deed.Subject> subjects) {
        List<AuditEntry> entries =
                subjects.stream().flatMap(subject -> trail.of(subject).stream()).toList();
        return new CertificateStory.Trail(entries.size(), trail.intact(entries));
    }
}
