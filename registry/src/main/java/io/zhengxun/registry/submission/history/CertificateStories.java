package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject.Kind;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.CertificateRecords;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.returns.CertificateReturns;
import io.zhengxun.registry.submission.returns.CertificateReturns.Lain;
import io.zhengxun.registry.submission.review.Finding;
import io.zhengxun.registry.submission.review.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells a certificate's whole story within a person's scope, also of a suspended or deleted one (K6, K8). */
@Component
public class CertificateStories {

    private final CertificateRecords certificates;
    private final Institutions institutions;
    private final Submissions submissions;
    private final CertificateReturns returns;
    private final Histories histories;
    private final Findings findings;
    private final StoryRecords records;

    CertificateStories(
            CertificateRecords certificates,
            Institutions institutions,
            Submissions submissions,
            CertificateReturns returns,
            Histories histories,
            Findings findings,
            StoryRecords records) {
        this.certificates = certificates;
        this.institutions = institutions;
        this.submissions = submissions;
        this.returns = returns;
        this.histories = histories;
        this.findings = findings;
        this.records = records;
    }

    /** @throws Absent if there is no such certificate, or it lies outside of the reader's scope */
    public CertificateStory of(CertificateNumber number, Staff reader) {
        Certificate certificate = certificates.find(number).orElseThrow(Absent::new);
        Institution institution = institutions.find(certificate.institutionId()).orElseThrow();
        if (!reader.scope().covers(institution)) {
            throw new Absent();
        }
        List<Lain> lain = returns.of(certificate.id());
        List<Submission> batches = batches(certificate, lain);
        List<Deed.Subject> subjects = subjects(certificate, batches, lain);
        return new CertificateStory(
                certificate,
                institution,
                batches,
                lain,
                acts(certificate, batches, lain),
                findings(certificate, batches),
                records.lookUps(certificate, reader),
                records.notices(subjects),
                records.trail(subjects));
    }

    /** From batch to batch it moves by the correction of a return only. */
    private List<Submission> batches(Certificate certificate, List<Lain> lain) {
        Map<Long, Submission> batches = new LinkedHashMap<>();
        Stream<Long> ids = Stream.concat(
                lain.stream().map(returned -> returned.matter().submissionId()), Stream.of(certificate.submissionId()));
        ids.forEach(id -> batches.computeIfAbsent(id, batch -> submissions.find(batch).orElseThrow()));
        return List.copyOf(batches.values());
    }

    private static List<Deed.Subject> subjects(Certificate certificate, List<Submission> batches, List<Lain> lain) {
        List<Deed.Subject> subjects = new ArrayList<>();
        subjects.add(new Deed.Subject(Kind.CERTIFICATE, certificate.number().value()));
        batches.forEach(batch -> subjects.add(new Deed.Subject(Kind.SUBMISSION, batch.number())));
        lain.forEach(returned -> subjects.add(new Deed.Subject(Kind.RETURN, returned.matter().number())));
        return subjects;
    }

    private List<HistoryEvent> acts(Certificate certificate, List<Submission> batches, List<Lain> lain) {
        List<HistoryEvent> events = new ArrayList<>();
        batches.forEach(batch -> events.addAll(histories.ofBatch(batch)));
        lain.stream().map(Lain::matter).forEach(matter -> events.addAll(histories.ofReturn(matter)));
        events.addAll(histories.ofCertificate(certificate.number().value()));
        return Histories.ordered(events);
    }

    private List<Finding> findings(Certificate certificate, List<Submission> batches) {
        return batches.stream()
                .flatMap(batch -> findings.ofRows(batch.id(), List.of(certificate.id())).values().stream())
                .flatMap(List::stream)
                .toList();
    }
}
