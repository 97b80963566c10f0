package io.zhengxun.registry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
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
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.issuance.ChangingIssuance;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.IssuanceField;
import io.zhengxun.registry.issuance.IssuanceForm;
import io.zhengxun.registry.issuance.RegisteringIssuance;
import io.zhengxun.registry.issuance.SeenIssuance;
import io.zhengxun.registry.submission.BatchFile;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.DiscardingDraft;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.OverdueStatement;
import io.zhengxun.registry.submission.ReceivingBatch;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.SubmittingBatch;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.Uploads;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.RowsFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Killed between any two statements of what an institution reports, all of the act is there or nothing (T3, T6). */
@KilledTest
class KilledReportsTest {

    private static final LocalDate TODAY = LegalTime.dayOf(Instant.now());

    @Autowired
    EveryStep everyStep;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Institutions institutions;

    @Autowired
    Certificates certificates;

    @Autowired
    RegisteringIssuance registering;

    @Autowired
    ChangingIssuance changing;

    @Autowired
    Workflow workflow;

    @Autowired
    SubmittingBatch submitting;

    @Autowired
    DiscardingDraft discarding;

    @Autowired
    ReceivingBatch receiving;

    @Autowired
    Submissions submissions;

    @Autowired
    Uploads uploads;

    @Autowired
    JdbcTemplate jdbc;

    private Institution institution;
    private Staff manager;

    @BeforeEach
    void file_an_institution() {
        String prefix = FreshNumbers.prefix();
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, "440200", "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        institution = institutions.find(id).orElseThrow();
        manager = new Staff(
                "manager" + id, "测试", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(id), "127.0.0.1");
    }

    @Test
    void an_issuance_is_registered_with_both_clocks_or_not_at_all() {
        assertThat(everyStep.kill(() -> registered(1, TODAY))).isGreaterThan(6);
    }

    @Test
    void an_issuance_is_amended_with_both_clocks_or_not_at_all() {
        Issuance issuance = registered(2, TODAY);
        assertThat(everyStep.kill(() -> changing.amend(seen(issuance), 1, manager))).isGreaterThan(3);
    }

    @Test
    void an_issuance_is_cancelled_with_both_clocks_or_not_at_all() {
        Issuance issuance = registered(1, TODAY);
        assertThat(everyStep.kill(() -> changing.cancel(seen(issuance), manager))).isGreaterThan(5);
    }

    @Test
    void an_issuance_is_admitted_wholly_or_not_at_all() {
        Issuance issuance = registered(1, TODAY.minusMonths(8));
        Staff lead = new Staff("lead", "测试", Role.PROVINCE_LEAD, Scope.ofProvince(), "127.0.0.1");
        assertThat(everyStep.kill(() -> changing.admit(seen(issuance), "测试", lead))).isGreaterThan(3);
    }

    @Test
    void an_upload_becomes_a_whole_draft_or_nothing() {
        Issuance issuance = registered(1, TODAY);
        assertThat(everyStep.killUntilStored(() -> receiving.receive(sheet(), issuance.number(), manager, null)))
                .isGreaterThan(8);
        Submission draft = submissions.find(upload().submissionId()).orElseThrow();
        assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
        assertThat(draft.carriedRows()).isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM certificate WHERE submission_id = ?", int.class, draft.id()))
                .isEqualTo(1);
    }

    @Test
    void a_refused_upload_leaves_a_whole_report_or_none() {
        Issuance issuance = registered(1, TODAY);
        BatchFile faulty = sheet().with(0, CertificateField.NAME, "");
        assertThat(everyStep.killUntilStored(() -> receiving.receive(faulty, issuance.number(), manager, null)))
                .isGreaterThan(5);
        assertThat(upload().outcome()).isEqualTo(Upload.Outcome.REFUSED);
        assertThat(uploads.flaws(upload(), 0, 10)).hasSize(upload().flawCount()).isNotEmpty();
        assertThat(uploads.takeBack(upload(), manager)).contains(faulty.content());
    }

    private Upload upload() {
        String number = jdbc.queryForObject(
                "SELECT number FROM upload WHERE institution_id = ?", String.class, institution.id());
        return uploads.findByNumber(number).orElseThrow();
    }

    private RowsFile sheet() {
        return RowsFile.of(institution, 2)
                .with(0, CertificateField.NUMBER, number(TODAY))
                .with(0, CertificateField.ISSUE_DATE, TODAY.toString());
    }

    private String number(LocalDate issueDate) {
        return institution.numberPrefix() + "%02d".formatted(issueDate.getYear() % 100) + "3000001";
    }

    @Test
    void a_late_draft_is_submitted_with_statement_issuance_and_clocks_or_not_at_all() {
        Submission draft = draft(registered(1, TODAY.minusMonths(3)));
        OverdueStatement statement = new OverdueStatement("测试", institution.name(), "测试甲", TODAY);
        assertThat(everyStep.kill(() -> submitting.submit(new Ordered(draft.number(), 0), statement, manager)))
                .isGreaterThan(10);
    }

    @Test
    void a_draft_is_discarded_with_its_rows_or_not_at_all() {
        Submission draft = draft(registered(1, TODAY));
        assertThat(everyStep.kill(() -> discarding.discard(new Ordered(draft.number(), 0), manager))).isGreaterThan(6);
    }

    private static SeenIssuance seen(Issuance issuance) {
        return new SeenIssuance(issuance.number(), issuance.version());
    }

    private Issuance registered(int count, LocalDate issueDate) {
        return registering.register(
                new IssuanceForm()
                        .with(IssuanceField.PLAN_NO, "计划1")
                        .with(IssuanceField.OCCUPATION, "电工")
                        .with(IssuanceField.LEVEL, "高级工")
                        .with(IssuanceField.COUNT, String.valueOf(count))
                        .with(IssuanceField.ISSUE_DATE, issueDate.toString()),
                manager);
    }

    private Submission draft(Issuance issuance) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        NewSubmission draft = NewSubmission.draft(
                institution,
                new NewSubmission.Source(issuance.id(), null, digest),
                manager.username(),
                Instant.now());
        return transaction.execute(status -> workflow.begin(draft, manager.actor(), begun -> {
            certificates.store(begun.id(), institution.id(), certificates.seal(List.of(row(issuance.issueDate()))));
            return Map.of();
        }));
    }

    private NewCertificate row(LocalDate issueDate) {
        return new NewCertificate(
                2,
                CertificateNumber.of(number(issueDate)),
                new Holder(PersonName.of("测试甲"), IdNumber.of(IdType.PASSPORT, "T1234567")),
                "电工",
                "电工",
                Level.ADVANCED,
                issueDate,
                Standing.VALID);
    }
}
