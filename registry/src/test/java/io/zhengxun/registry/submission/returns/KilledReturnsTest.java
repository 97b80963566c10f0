package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.submission.returns.ReturnCases.city;
import static io.zhengxun.registry.submission.returns.ReturnCases.own;
import static io.zhengxun.registry.submission.returns.ReturnCases.rows;
import static io.zhengxun.registry.submission.returns.ReturnCases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.Uploads;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Receipt;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Way;
import io.zhengxun.registry.submission.returns.ReturnCases.Cases;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Killed between any two statements of a return or its correction, all of the act is there or nothing (R2, T4). */
@KilledTest
class KilledReturnsTest {

    @Autowired
    EveryStep everyStep;

    @Autowired
    ReturningRows returning;

    @Autowired
    NotifyingInstitution notifying;

    @Autowired
    CorrectingReturn correcting;

    @Autowired
    Returns returns;

    @Autowired
    Uploads uploads;

    @Autowired
    Clocks clocks;

    @Autowired
    OnceOnly onceOnly;

    @Autowired
    JdbcTemplate jdbc;

    private Cases cases;
    private Institution institution;
    private Submission batch;

    @BeforeEach
    void a_batch_of_three_rows_under_review_of_its_city(
            @Autowired Institutions institutions,
            @Autowired Submissions submissions,
            @Autowired Certificates certificates,
            @Autowired Workflow workflow,
            @Autowired TransactionTemplate transaction,
            @Autowired Clock clock) {
        cases = new Cases(institutions, submissions, certificates, workflow, transaction, clock);
        institution = cases.institution(Tier.MUNICIPAL);
        batch = cases.batch(institution, Stage.CITY_REVIEW, 3);
    }

    @Test
    void some_rows_are_returned_with_their_clock_or_not_at_all() {
        assertThat(everyStep.kill(() -> returning.returnRows(seen(batch), "", rows(2, 4), city())))
                .isGreaterThan(12);
        assertThat(cases.now(batch).carriedRows()).isEqualTo(1);
    }

    @Test
    void a_whole_batch_is_returned_or_not_at_all_and_a_killed_request_may_come_again_under_its_key() {
        // Clears old keys now, and then not for a day.
        onceOnly.run(key(), String.class, () -> "");
        RequestKey key = key();
        assertThat(everyStep.kill(() -> onceOnly.run(
                        key, String.class, () -> returning.returnAll(seen(batch), "", "NAME", city()).recorded().number())))
                .isGreaterThan(14);
        assertThat(cases.now(batch).stage()).isEqualTo(Stage.RETURNED_BY_CITY);
        assertThat(onceOnly.run(key, String.class, () -> "acted again")).startsWith("TH");
    }

    @Test
    void a_notice_is_acknowledged_and_the_clock_of_the_correction_starts_or_neither() {
        Return returned = returned(2);
        assertThat(everyStep.kill(() -> notifying.acknowledge(ordered(returned), own(institution))))
                .isGreaterThan(6);
    }

    @Test
    void the_receipt_of_a_notice_is_recorded_wholly_or_not_at_all() {
        Return returned = returned(2);
        Receipt receipt = new Receipt(Way.PHONE, LegalTime.dayOf(returned.recordedAt()), "");
        assertThat(everyStep.kill(() -> notifying.recordReceipt(ordered(returned), receipt, city(Role.CITY_LEAD))))
                .isGreaterThan(6);
    }

    @Test
    void a_correction_is_stored_with_its_rows_and_clocks_and_stands_for_its_batch_or_not_at_all() {
        Return returned = returned(2, 3, 4);
        RowsFile file = RowsFile.of(institution, 2, 3, 4).with(0, CertificateField.NAME, "测改正");
        assertThat(everyStep.killUntilStored(() -> correct(returned, file))).isGreaterThan(25);

        Submission correction = cases.submissions().findAnswer(returned.id()).orElseThrow();
        assertThat(correction.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(correction.carriedRows()).isEqualTo(3);
        assertThat(clocks.running(DeadlineRule.D2, Workflow.subject(correction))).isPresent();
        assertThat(returns.find(returned.id()).orElseThrow().state()).isEqualTo(ReturnState.CORRECTED);
        assertThat(clocks.of(returned.subject()))
                .extracting(Deadline::rule, Deadline::state)
                .containsExactly(tuple(DeadlineRule.D10, Deadline.State.MET));
        assertThat(cases.now(batch).stage()).isEqualTo(Stage.REPLACED);
        assertThat(count("SELECT COUNT(*) FROM certificate WHERE submission_id = ?", correction.id())).isEqualTo(3);
        assertThat(count("SELECT COUNT(*) FROM upload WHERE submission_id = ?", correction.id())).isEqualTo(1);
    }

    @Test
    void a_refused_correction_leaves_a_whole_report_or_none_and_changes_nothing_else() {
        Return returned = returned(2);
        RowsFile faulty = RowsFile.of(institution, 2).with(0, CertificateField.NAME, "");
        assertThat(everyStep.killUntilStored(() -> correct(returned, faulty))).isGreaterThan(5);

        Upload upload = uploads.findByNumber(jdbc.queryForObject(
                        "SELECT number FROM upload WHERE institution_id = ?", String.class, institution.id()))
                .orElseThrow();
        assertThat(upload.outcome()).isEqualTo(Upload.Outcome.REFUSED);
        assertThat(upload.faultyRows()).isEqualTo(1);
        assertThat(uploads.flaws(upload, 0, 10)).hasSize(upload.flawCount()).isNotEmpty();
        assertThat(uploads.takeBack(upload, own(institution))).contains(faulty.content());
        correct(returned, RowsFile.of(institution, 2));
        assertThat(returns.find(returned.id()).orElseThrow().state()).isEqualTo(ReturnState.CORRECTED);
    }

    private int count(String sql, long id) {
        return jdbc.queryForObject(sql, Integer.class, id);
    }

    private Upload correct(Return returned, RowsFile file) {
        return correcting.correct(returned.number(), file, own(institution), null);
    }

    private Return returned(int... rowNos) {
        return returning.returnRows(seen(batch), "", rows(rowNos), city()).recorded();
    }

    private static OrderedReturn ordered(Return returned) {
        return new OrderedReturn(returned.number(), returned.version());
    }

    private static RequestKey key() {
        return new RequestKey("city", UUID.randomUUID().toString(), new byte[32]);
    }
}
