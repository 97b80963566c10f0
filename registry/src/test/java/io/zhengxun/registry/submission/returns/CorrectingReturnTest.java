package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.submission.returns.ReturnCases.ISSUED;
import static io.zhengxun.registry.submission.returns.ReturnCases.city;
import static io.zhengxun.registry.submission.returns.ReturnCases.own;
import static io.zhengxun.registry.submission.returns.ReturnCases.province;
import static io.zhengxun.registry.submission.returns.ReturnCases.rows;
import static io.zhengxun.registry.submission.returns.ReturnCases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.NewIssuance;
import io.zhengxun.registry.issuance.RegisteringIssuance;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.UploadFlaw;
import io.zhengxun.registry.submission.Uploads;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import io.zhengxun.registry.submission.returns.ReturnCases.Cases;
import io.zhengxun.registry.submission.returns.ReturnCases.SettableClock;
import io.zhengxun.registry.submission.review.Finding;
import io.zhengxun.registry.submission.review.Findings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Corrections of returned rows (R2, R3). */
@RegistryTest
@Import(ReturnCases.class)
class CorrectingReturnTest {

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturningRows returning;

    @Autowired
    NotifyingInstitution notifying;

    @Autowired
    CorrectingReturn correcting;

    @Autowired
    Returns returns;

    @Autowired
    ReturnedRows returnedRows;

    @Autowired
    RegisteringIssuance registering;

    @Autowired
    Findings findings;

    @Autowired
    Workflow workflow;

    @Autowired
    Clocks clocks;

    @Autowired
    Uploads uploads;

    @Autowired
    Certificates certificates;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private Institution institution;
    private Submission batch;

    @BeforeEach
    void a_batch_of_three_rows_under_review_of_its_city() {
        clock.reset();
        institution = cases.institution(Tier.MUNICIPAL);
        batch = cases.batch(institution, Stage.CITY_REVIEW, 3);
    }

    @Test
    void a_correction_enters_where_the_institution_reports_to_and_takes_its_rows_with_it() {
        Return returned = returned(2, 4);
        acknowledge(returned);
        clock.set("2026-11-25T02:00:00Z");

        Submission correction = correct(returned, RowsFile.of(institution, 4, 2).with(1, CertificateField.NAME, "测改正"));

        assertThat(correction.kind()).isEqualTo(Submission.Kind.CORRECTION);
        assertThat(correction.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(correction.desk()).isEqualTo(Desk.CITY);
        assertThat(correction.answersReturnId()).isEqualTo(returned.id());
        assertThat(correction.rowCount()).isEqualTo(2);
        assertThat(correction.carriedRows()).isEqualTo(2);
        assertThat(correction.dueOn()).isEqualTo("2026-12-16");
        assertThat(clocks.running(DeadlineRule.D2, Workflow.subject(correction))).isPresent();
        assertThat(cases.now(batch).stage()).isEqualTo(Stage.CITY_REVIEW);
        assertThat(found(2, "测改正")).satisfies(certificate -> {
            assertThat(certificate.submissionId()).isEqualTo(correction.id());
            assertThat(certificate.returnId()).isNull();
            assertThat(certificate.institutionId()).isEqualTo(institution.id());
        });
        assertThat(certificates.find(inquiry(2, Cases.name(2)))).isEmpty();
        assertThat(found(4, Cases.name(4)).submissionId()).isEqualTo(correction.id());
        assertThat(found(3, Cases.name(3)).submissionId()).isEqualTo(batch.id());
    }

    @Test
    void the_deadline_of_the_correction_is_met_by_it() {
        Return returned = returned(2);
        acknowledge(returned);
        // Ten working days after Monday 2026-11-23, to the last second.
        clock.set("2026-12-07T15:59:59Z");
        Submission correction = correct(returned, RowsFile.of(institution, 2));

        assertThat(clocks.of(returned.subject()))
                .extracting(Deadline::rule, Deadline::state, Deadline::evidence)
                .containsExactly(
                        tuple(DeadlineRule.D10, Deadline.State.MET, "ACKNOWLEDGED"),
                        tuple(DeadlineRule.D7, Deadline.State.MET, correction.number()));
        assertThat(clocks.of(returned.subject()).get(1)).satisfies(d7 -> {
            assertThat(d7.dueOn()).isEqualTo("2026-12-07");
            assertThat(d7.endedAt()).isBefore(d7.dueAt());
        });
        assertThat(returns.find(returned.id()).orElseThrow()).satisfies(now -> {
            assertThat(now.state()).isEqualTo(ReturnState.CORRECTED);
            assertThat(now.dueOn()).isNull();
            assertThat(now.correctedAt()).isEqualTo("2026-12-07T15:59:59Z");
            assertThat(now.evidence()).isEqualTo(Return.Evidence.ACKNOWLEDGED);
        });
    }

    @Test
    void a_late_correction_is_accepted() {
        Return returned = returned(2);
        acknowledge(returned);
        clock.set("2026-12-07T16:00:00Z");
        correct(returned, RowsFile.of(institution, 2));

        assertThat(clocks.of(returned.subject()).get(1)).satisfies(d7 ->
                assertThat(d7.endedAt()).isEqualTo(d7.dueAt()));
    }

    @Test
    void who_corrects_before_the_notice_knew_of_it() {
        Return returned = returned(2);
        correct(returned, RowsFile.of(institution, 2));

        assertThat(returns.find(returned.id()).orElseThrow()).satisfies(now -> {
            assertThat(now.state()).isEqualTo(ReturnState.CORRECTED);
            assertThat(now.evidence()).isEqualTo(Return.Evidence.CORRECTED);
            assertThat(now.notifiedAt()).isEqualTo(ReturnCases.NOW);
        });
        assertThat(clocks.of(returned.subject())).singleElement().satisfies(d10 -> {
            assertThat(d10.rule()).isEqualTo(DeadlineRule.D10);
            assertThat(d10.state()).isEqualTo(Deadline.State.MET);
        });
    }

    @Test
    void when_all_came_back_the_corrections_stand_for_the_batch() {
        Return first = returned(2);
        Return second = returned(3, 4);
        assertThat(cases.now(batch).stage()).isEqualTo(Stage.RETURNED_BY_CITY);

        correct(first, RowsFile.of(institution, 2));
        assertThat(cases.now(batch).stage()).isEqualTo(Stage.RETURNED_BY_CITY);
        correct(second, RowsFile.of(institution, 3, 4));

        assertThat(cases.now(batch).stage()).isEqualTo(Stage.REPLACED);
        assertThat(cases.now(batch).lastActBy()).isEqualTo("own");
    }

    @Test
    void two_corrections_of_one_batch_at_once_leave_it_replaced() throws Exception {
        Return first = returned(2);
        Return second = returned(3, 4);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = both.submit(() -> correct(first, RowsFile.of(institution, 2)));
            Future<?> other = both.submit(() -> correct(second, RowsFile.of(institution, 3, 4)));
            one.get();
            other.get();
        } finally {
            both.shutdown();
        }
        assertThat(cases.now(batch).stage()).isEqualTo(Stage.REPLACED);
    }

    @Test
    void of_two_corrections_at_once_one_wins_and_the_other_is_told() throws Exception {
        Return returned = returned(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        int won = 0;
        try {
            List<Future<Submission>> attempts = List.of(
                    both.submit(() -> correct(returned, RowsFile.of(institution, 2))),
                    both.submit(() -> correct(
                            returned, RowsFile.of(institution, 2).with(0, CertificateField.NAME, "测另外"))));
            for (Future<Submission> attempt : attempts) {
                try {
                    attempt.get();
                    won++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(ReturnCorrected.class);
                }
            }
        } finally {
            both.shutdown();
        }
        assertThat(won).isEqualTo(1);
    }

    @Test
    void every_row_that_is_wrong_foreign_doubled_or_missing_is_told_and_nothing_changes() {
        Return returned = returned(2, 4);
        Submission before = cases.now(batch);
        RowsFile file = RowsFile.of(institution, 2, 3, 2).with(0, CertificateField.NAME, "");

        Upload refused = correcting.correct(returned.number(), file, own(institution), null);

        assertThat(refused.outcome()).isEqualTo(Upload.Outcome.REFUSED);
        assertThat(uploads.flaws(refused, 0, 10)).extracting(UploadFlaw::rowNo, UploadFlaw::field, UploadFlaw::code)
                .containsExactly(
                        tuple(2, "姓名", "cell.empty"),
                        tuple(3, "证书编号", "number.not-returned"),
                        tuple(4, "证书编号", "number.repeated"),
                        // Behind the last row: the one that should have stood there.
                        tuple(5, "证书编号", "number.not-corrected"));
        assertThat(refused.rowCount()).isEqualTo(3);
        assertThat(refused.faultyRows()).isEqualTo(3);
        assertThat(refused.flawCount()).isEqualTo(4);
        assertThat(uploads.flaws(refused, 3, 10)).singleElement().satisfies(missing -> {
            assertThat(missing.maskedValue()).isEqualTo(Cases.number(institution, 4).value());
            assertThat(missing.rule()).isEqualTo("R2");
        });
        assertThat(cases.now(batch)).isEqualTo(before);
        assertThat(returns.find(returned.id()).orElseThrow()).isEqualTo(returned);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM submission WHERE answers_return_id = ?", Integer.class, returned.id()))
                .isZero();
        assertThat(correct(returned, RowsFile.of(institution, 2, 4)).rowCount()).isEqualTo(2);
    }

    @Test
    void a_correction_is_not_too_late_for_d8() {
        Return returned = returned(2);
        clock.set("2027-11-23T02:00:00Z");
        assertThat(correct(returned, RowsFile.of(institution, 2)).lateRows()).isZero();
    }

    @Test
    void what_was_reported_can_be_corrected_after_the_filed_scope_was_narrowed() {
        Return returned = returned(2, 3);
        jdbc.update("UPDATE certificate SET level = 'INTERMEDIATE' WHERE submission_id = ? AND row_no = 3", batch.id());
        jdbc.update("DELETE FROM filed_scope WHERE institution_id = ?", institution.id());

        Upload refused = correcting.correct(
                returned.number(), RowsFile.of(institution, 2, 3).with(0, CertificateField.OCCUPATION, "焊工"),
                own(institution), null);

        assertThat(uploads.flaws(refused, 0, 10))
                .extracting(UploadFlaw::rowNo, UploadFlaw::field, UploadFlaw::rule, UploadFlaw::code)
                .containsExactly(
                        tuple(2, "职业名称", "C4", "scope.occupation"),
                        // What another row of the return was is nothing to this one.
                        tuple(3, "职业名称", "C4", "scope.occupation"));
        jdbc.update("UPDATE certificate SET level = 'ADVANCED' WHERE submission_id = ? AND row_no = 3", batch.id());
        correct(returned, RowsFile.of(institution, 2, 3).with(1, CertificateField.NAME, "测改"));
    }

    @Test
    void a_row_may_become_what_was_registered_though_the_scope_was_narrowed() {
        Issuance issuance = answering("焊工", ISSUED);
        Return returned = returned(2);

        Submission correction =
                correct(returned, RowsFile.of(institution, 2).with(0, CertificateField.OCCUPATION, "焊工"));

        assertThat(issuance.occupation()).isEqualTo("焊工");
        assertThat(findings(correction)).isEmpty();
    }

    @Test
    void a_correction_that_departs_from_the_issuance_is_shown_to_the_reviewer_and_has_its_own_issue_date() {
        Issuance issuance = answering("电工", ISSUED);
        Return returned = returned(2, 3);

        Submission correction = correct(
                returned, RowsFile.of(institution, 2, 3).with(1, CertificateField.ISSUE_DATE, "2026-10-30"));

        assertThat(findings(correction)).singleElement().satisfies(finding -> {
            assertThat(finding.code().name()).isEqualTo("OTHER_THAN_ISSUED");
            assertThat(finding.code().rule()).isEqualTo("T3");
            assertThat(finding.arguments()).containsExactly(issuance.number(), "电工 高级工 2026-11-02");
        });
        assertThat(issuedOn(correction)).isEqualTo("2026-10-30");
        workflow(correction, Act.TAKE_UP);
        Return again = returning.returnRows(
                        seen(cases.now(correction)), "", List.of(new ReturnedRow(3, "ISSUE_DATE", "")), city())
                .recorded();
        Submission second = correct(again, RowsFile.of(institution, 3));
        assertThat(findings(second)).isEmpty();
        assertThat(issuedOn(second)).isEqualTo(ISSUED);
    }

    /** As if the batch had answered an issuance. */
    private Issuance answering(String occupation, LocalDate issuedOn) {
        Issuance issuance = transaction.execute(status -> registering.register(
                new NewIssuance("计划1", occupation, Level.ADVANCED, 3, issuedOn), institution, Actor.system()));
        jdbc.update("UPDATE submission SET issuance_id = ?, issued_on = ? WHERE id = ?", issuance.id(), issuedOn, batch.id());
        return issuance;
    }

    /** Those about the issuance: the same invented people stand in other tests' batches. */
    private List<Finding> findings(Submission correction) {
        List<Long> rows = jdbc.queryForList(
                "SELECT id FROM certificate WHERE submission_id = ?", Long.class, correction.id());
        return findings.ofRows(correction.id(), rows).values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.code().rule().equals("T3"))
                .toList();
    }

    private LocalDate issuedOn(Submission of) {
        return jdbc.queryForObject("SELECT issued_on FROM submission WHERE id = ?", LocalDate.class, of.id());
    }

    @Test
    void a_return_is_corrected_once() {
        Return returned = returned(2);
        RowsFile file = RowsFile.of(institution, 2);
        String correction = correct(returned, file).number();

        assertThatThrownBy(() -> correcting.correct(returned.number(), file, own(institution), null))
                .isInstanceOfSatisfying(ReturnCorrected.class, refused ->
                        assertThat(refused.getArguments()).containsExactly(returned.number(), correction));
    }

    @Test
    void the_same_request_twice_is_answered_alike_and_done_once() {
        Return returned = returned(2);
        RequestKey key = new RequestKey("own", UUID.randomUUID().toString(), new byte[] {1});
        RowsFile file = RowsFile.of(institution, 2);

        Upload first = correcting.correct(returned.number(), file, own(institution), key);
        Upload again = correcting.correct(returned.number(), file, own(institution), key);

        assertThat(again).isEqualTo(first);
        assertThat(again.outcome()).isEqualTo(Upload.Outcome.STORED);
    }

    @Test
    void only_the_institution_itself_corrects() {
        Return returned = returned(2);
        RowsFile file = RowsFile.of(institution, 2);
        assertThatThrownBy(() -> correcting.correct(
                        returned.number(), file, own(cases.institution(Tier.MUNICIPAL)), null))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> correcting.correct(returned.number(), file, city(), null))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void a_row_that_is_returned_again_keeps_both_histories() {
        Return first = returned(2);
        Submission correction = correct(first, RowsFile.of(institution, 2).with(0, CertificateField.NAME, "测一"));
        workflow(correction, Act.TAKE_UP);
        Submission taken = cases.now(correction);
        Return second = returning.returnRows(
                        seen(taken), "", List.of(new ReturnedRow(2, "ID_NUMBER", "")), city()).recorded();
        Submission again = correct(second, RowsFile.of(institution, 2)
                .with(0, CertificateField.NAME, "测二").with(0, CertificateField.ID_NUMBER, "E99999999"));

        assertThat(cases.now(correction).stage()).isEqualTo(Stage.REPLACED);
        assertThat(changed(first)).containsExactly(tuple(CertificateField.NAME, Cases.name(2), "测一"));
        assertThat(changed(second)).containsExactly(
                tuple(CertificateField.NAME, "测一", "测二"),
                tuple(CertificateField.ID_NUMBER, "E00000002", "E99999999"));
        assertThat(found(2, "测二").submissionId()).isEqualTo(again.id());
    }

    @Test
    void an_unchanged_row_is_said_to_be_unchanged() {
        Return returned = returned(2, 3);
        Submission correction =
                correct(returned, RowsFile.of(institution, 2, 3).with(1, CertificateField.JOB, "维修"));

        assertThat(returnedRows.differencesOfBatch(correction.number(), 0, 10, own(institution)).rows())
                .extracting(change -> change.reason().rowNo(), ReturnedRows.Change::isUnchanged)
                .containsExactly(tuple(2, true), tuple(3, false));
    }

    @Test
    void differences_are_paged_and_shown_in_full_only_where_the_correction_lies() {
        Return returned = returned(2, 3);
        Submission correction = correct(returned, RowsFile.of(institution, 2, 3).with(0, CertificateField.NAME, "测改"));

        ReturnedRows.Page<ReturnedRows.Change> first =
                returnedRows.differencesOfBatch(correction.number(), 0, 1, city());
        assertThat(first.inFull()).isTrue();
        assertThat(first.next()).isEqualTo(2);
        assertThat(returnedRows.differencesOfBatch(correction.number(), 2, 1, city()).next()).isNull();
        ReturnedRows.Page<ReturnedRows.Change> masked =
                returnedRows.differencesOfBatch(correction.number(), 0, 1, province());
        assertThat(masked.inFull()).isFalse();
        assertThat(masked.rows().get(0).fields().get(0))
                .isEqualTo(new Difference(CertificateField.NAME, "测*", "测*", true));
        assertThatThrownBy(() -> returnedRows.differencesOfBatch(batch.number(), 0, 1, city()))
                .isInstanceOf(NotACorrection.class);
        assertThatThrownBy(() -> returnedRows.differencesOfBatch(batch.number(), 0, 1, ReturnCases.elsewhere()))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> returnedRows.differences(returned.number(), 0, 1, ReturnCases.elsewhere()))
                .isInstanceOf(Absent.class);
    }

    @Test
    void a_suspended_row_stays_suspended() {
        Return returned = returned(2);
        jdbc.update("UPDATE certificate SET standing = 'SUSPENDED' WHERE return_id = ?", returned.id());
        correct(returned, RowsFile.of(institution, 2));
        assertThat(found(2, Cases.name(2)).standing().name()).isEqualTo("SUSPENDED");
    }

    @Test
    void what_the_ministry_returned_enters_at_the_province_for_a_provincial_institution() {
        Institution provincial = cases.institution(Tier.PROVINCIAL);
        Submission sent = cases.batch(provincial, Stage.SENT_TO_MINISTRY, 2);
        List<Return> recorded = new ArrayList<>();
        NewReturn terms = new NewReturn(ReturningDesk.MINISTRY, "", List.of(new ReturnedRow(2, "MINISTRY", "姓名不符")));
        transaction.executeWithoutResult(status -> workflow.move(sent, Act.RETURN_SOME, province(), moved -> {
            recorded.add(returns.record(moved, terms, province()));
            return Map.of();
        }));
        notifying.acknowledge(new OrderedReturn(recorded.get(0).number(), 0), own(provincial));
        assertThat(clocks.running(DeadlineRule.D5, recorded.get(0).subject()).orElseThrow().dueOn())
                .isEqualTo("2026-12-21");

        Upload upload = correcting.correct(
                recorded.get(0).number(), RowsFile.of(provincial, 2), own(provincial), null);

        Submission correction = cases.submissions().find(upload.submissionId()).orElseThrow();
        assertThat(correction.desk()).isEqualTo(Desk.PROVINCE);
        assertThat(clocks.running(DeadlineRule.D3, Workflow.subject(correction))).isPresent();
        assertThat(cases.now(sent).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);
    }

    @Test
    void failing_in_the_middle_leaves_nothing() {
        Return returned = returned(2, 3, 4);
        RowsFile file = new RowsFile();
        for (int rowNo : new int[] {2, 3, 4}) {
            file.add(institution, rowNo);
        }
        jdbc.execute("CREATE TRIGGER only_here BEFORE INSERT ON outbox_event FOR EACH ROW"
                + " BEGIN IF NEW.kind = 'RETURN_CORRECTED' THEN SIGNAL SQLSTATE '45000'; END IF; END");
        try {
            assertThatThrownBy(() -> correcting.correct(returned.number(), file, own(institution), null));
        } finally {
            jdbc.execute("DROP TRIGGER only_here");
        }
        assertThat(returns.find(returned.id()).orElseThrow()).isEqualTo(returned);
        assertThat(cases.submissions().findAnswer(returned.id())).isEmpty();
        assertThat(found(2, Cases.name(2)).returnId()).isEqualTo(returned.id());
        assertThat(correct(returned, file).rowCount()).isEqualTo(3);
    }

    @Test
    void ten_thousand_rows_are_corrected() {
        Submission large = cases.batch(institution = cases.institution(Tier.MUNICIPAL), Stage.CITY_REVIEW, 10_000);
        Return returned = returning.returnAll(seen(large), "", "EVIDENCE", city()).recorded();
        RowsFile file = RowsFile.of(institution, IntStream.range(2, 10_002).toArray());
        Submission correction = correct(returned, file);
        assertThat(correction.carriedRows()).isEqualTo(10_000);
        assertThat(cases.now(large).stage()).isEqualTo(Stage.REPLACED);
    }

    private Return returned(int... rowNos) {
        return returning.returnRows(seen(cases.now(batch)), "", rows(rowNos), city()).recorded();
    }

    private void acknowledge(Return returned) {
        notifying.acknowledge(new OrderedReturn(returned.number(), returned.version()), own(institution));
    }

    private Submission correct(Return returned, RowsFile file) {
        Upload upload = correcting.correct(returned.number(), file, own(institution), null);
        assertThat(upload.outcome()).isEqualTo(Upload.Outcome.STORED);
        return cases.submissions().find(upload.submissionId()).orElseThrow();
    }

    private void workflow(Submission of, Act act) {
        transaction.executeWithoutResult(status -> workflow.move(cases.now(of), act, city(), moved -> Map.of()));
    }

    private List<org.assertj.core.groups.Tuple> changed(Return returned) {
        return returnedRows.differences(returned.number(), 0, 10, own(institution)).rows().get(0).fields().stream()
                .filter(Difference::changed)
                .map(field -> tuple(field.field(), field.before(), field.after()))
                .toList();
    }

    private Certificate found(int rowNo, String name) {
        List<Certificate> found = certificates.find(inquiry(rowNo, name));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Inquiry inquiry(int rowNo, String name) {
        return new Inquiry(
                Optional.of(Cases.number(institution, rowNo)), Optional.of(PersonName.of(name)), Optional.empty());
    }
}
