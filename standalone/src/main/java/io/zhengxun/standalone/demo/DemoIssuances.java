package io.zhengxun.standalone.demo;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.NewIssuance;
import io.zhengxun.registry.issuance.RegisteringIssuance;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.SubmittingBatch;
import io.zhengxun.registry.submission.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What the demo's first institution issued lately (T3, T6): one issuance reported, one with a draft and a few days left,
 * one overdue, one past the last day that only the province lead can admit.
 */
@Component
class DemoIssuances {

    private static final String OCCUPATION = "电工";
    private static final Level LEVEL = Level.ADVANCED;
    /** Behind the serials of the other demo certificates, before those of the bench. */
    private static final int FIRST_SERIAL = 9_000;
    private static final int FIRST_PERSON = 14_000_000;

    private final RegisteringIssuance registering;
    private final SubmittingBatch submitting;
    private final Submissions submissions;
    private final Workflow workflow;
    private final Certificates certificates;
    private final Clock clock;

    DemoIssuances(
            RegisteringIssuance registering,
            SubmittingBatch submitting,
            Submissions submissions,
            Workflow workflow,
            Certificates certificates,
            Clock clock) {
        this.registering = registering;
        this.submitting = submitting;
        this.submissions = submissions;
        this.workflow = workflow;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    void seed(Institution institution) {
        Staff manager = new Staff(
                "demo-jigou",
                "示例机构管理员",
                Role.INSTITUTION_DATA_MANAGER,
                Scope.ofInstitution(institution.id()),
                "127.0.0.1");
        LocalDate today = LegalTime.dayOf(clock.instant());
        Submission answer = draft(issued(1, 5, today.minusDays(20), institution, manager), 0, 5, institution);
        submitting.submit(new Ordered(answer.number(), answer.version()), null, manager);
        draft(issued(2, 20, today.minusDays(26), institution, manager), 100, 8, institution);
        issued(3, 12, today.minusDays(45), institution, manager);
        issued(4, 6, today.minusMonths(7), institution, manager);
    }

    private Issuance issued(int plan, int count, LocalDate issueDate, Institution institution, Staff by) {
        return registering.register(
                new NewIssuance("演示计划-%02d".formatted(plan), OCCUPATION, LEVEL, count, issueDate),
                institution,
                by.actor());
    }

    private Submission draft(Issuance issuance, int first, int rows, Institution institution) {
        NewSubmission.Source source = new NewSubmission.Source(
                issuance.id(), null, DemoFile.digest("demo draft " + issuance.planNo()));
        NewSubmission draft = NewSubmission.draft(institution, source, issuance.registeredBy(), clock.instant());
        return workflow.begin(draft, Actor.system(), begun -> {
            List<NewCertificate> all = IntStream.range(0, rows)
                    .mapToObj(row -> row(row, first + row, issuance, institution))
                    .toList();
            certificates.store(begun.id(), institution.id(), certificates.seal(all));
            submissions.countRows(begun.id(), rows, 0);
            return Map.of("issuance", issuance.number(), "rows", String.valueOf(rows));
        });
    }

    private static NewCertificate row(int row, int n, Issuance issuance, Institution institution) {
        String number = institution.numberPrefix()
                + "%02d".formatted(issuance.issueDate().getYear() % 100)
                + LEVEL.code().orElseThrow()
                + "%06d".formatted(FIRST_SERIAL + n);
        int person = FIRST_PERSON + n;
        return new NewCertificate(
                row + 2,
                CertificateNumber.of(number),
                new Holder(
                        PersonName.of(DemoPeople.name(person)),
                        IdNumber.of(IdType.RESIDENT_ID, DemoPeople.idNumber(person))),
                OCCUPATION,
                OCCUPATION,
                LEVEL,
                issuance.issueDate(),
                Standing.VALID);
    }
}
