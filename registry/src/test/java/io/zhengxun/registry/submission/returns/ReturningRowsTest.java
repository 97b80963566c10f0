package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.submission.returns.ReturnCases.city;
import static io.zhengxun.registry.submission.returns.ReturnCases.elsewhere;
import static io.zhengxun.registry.submission.returns.ReturnCases.own;
import static io.zhengxun.registry.submission.returns.ReturnCases.province;
import static io.zhengxun.registry.submission.returns.ReturnCases.rows;
import static io.zhengxun.registry.submission.returns.ReturnCases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.deadline.DueDatesMoved;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.ActNotPossible;
import io.zhengxun.registry.submission.ChangedMeanwhile;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import io.zhengxun.registry.submission.returns.ReturnCases.Cases;
import io.zhengxun.registry.submission.returns.ReturnCases.SettableClock;
import io.zhengxun.registry.submission.returns.ReturningRows.Returned;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that go back (R2), on Monday 2026-11-23. */
@RegistryTest
@Import(ReturnCases.class)
class ReturningRowsTest {

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturningRows returning;

    @Autowired
    Returns returns;

    @Autowired
    Workflow workflow;

    @Autowired
    Clocks clocks;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEventPublisher events;

    private Submission batch;

    @BeforeEach
    void a_batch_of_three_rows_under_review_of_its_city() {
        clock.reset();
        batch = cases.batch(cases.institution(Tier.MUNICIPAL), Stage.CITY_REVIEW, 3);
    }

    @Test
    void some_rows_go_back_and_the_rest_goes_on() {
        Returned returned = returning.returnRows(seen(batch), "请核对", rows(2, 4), city());

        assertThat(returned.batch().stage()).isEqualTo(Stage.CITY_REVIEW);
        assertThat(returned.batch().carriedRows()).isEqualTo(1);
        assertThat(returned.batch().lastAct()).isEqualTo(Act.RETURN_SOME);
        assertThat(clocks.running(DeadlineRule.D2, Workflow.subject(batch))).isPresent();
        assertThat(returned.recorded()).satisfies(found -> {
            assertThat(found.number()).matches("TH261123-[0-9A-Z]{8}");
            assertThat(found.returnedBy()).isEqualTo(ReturningDesk.CITY);
            assertThat(found.state()).isEqualTo(ReturnState.RECORDED);
            assertThat(found.rowCount()).isEqualTo(2);
            assertThat(found.remark()).isEqualTo("请核对");
            assertThat(found.recordedBy()).isEqualTo("city");
            assertThat(found.dueOn()).isEqualTo("2026-11-24");
        });
        assertThat(jdbc.queryForList(
                        "SELECT row_no FROM certificate WHERE return_id = ? ORDER BY row_no", Integer.class,
                        returned.recorded().id()))
                .containsExactly(2, 4);
    }

    @Test
    void when_no_row_stays_the_batch_is_returned_and_its_deadline_met() {
        returning.returnRows(seen(batch), "", rows(2), city());
        Submission rest = returning.returnRows(seen(cases.now(batch)), "", rows(3, 4), city()).batch();

        assertThat(rest.stage()).isEqualTo(Stage.RETURNED_BY_CITY);
        assertThat(rest.carriedRows()).isZero();
        assertThat(rest.dueOn()).isNull();
        assertThat(clocks.of(Workflow.subject(batch))).singleElement().satisfies(met -> {
            assertThat(met.state()).isEqualTo(Deadline.State.MET);
            assertThat(met.rule()).isEqualTo(DeadlineRule.D2);
        });
    }

    @Test
    void all_rows_go_back_for_one_reason() {
        returning.returnRows(seen(batch), "", rows(3), city());
        Returned rest = returning.returnAll(seen(cases.now(batch)), "材料不齐", "EVIDENCE", city());

        assertThat(rest.batch().stage()).isEqualTo(Stage.RETURNED_BY_CITY);
        assertThat(rest.recorded().rowCount()).isEqualTo(2);
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT reason FROM return_row WHERE return_id = ?", String.class, rest.recorded().id()))
                .containsExactly("评价过程材料不齐，无法核实");
    }

    @Test
    void the_centre_owes_the_notice_by_the_next_working_day() {
        // A Friday: the weekend does not count.
        clock.set("2026-11-27T15:59:59Z");
        Return friday = returning.returnRows(seen(batch), "", rows(2), city()).recorded();
        // One second later it is Saturday.
        clock.set("2026-11-27T16:00:00Z");
        Return saturday = returning.returnRows(seen(cases.now(batch)), "", rows(3), city()).recorded();

        assertThat(clocks.of(friday.subject())).singleElement().satisfies(d10 -> {
            assertThat(d10.rule()).isEqualTo(DeadlineRule.D10);
            assertThat(d10.debtor()).isEqualTo(Debtor.CITY);
            assertThat(d10.startOn()).isEqualTo("2026-11-27");
            assertThat(d10.dueOn()).isEqualTo("2026-11-30");
        });
        assertThat(clocks.of(saturday.subject())).singleElement().satisfies(d10 -> {
            assertThat(d10.startOn()).isEqualTo("2026-11-28");
            assertThat(d10.dueOn()).isEqualTo("2026-11-30");
        });
    }

    @Test
    void how_a_row_was_is_kept_sealed_as_it_is() {
        Return recorded = returning.returnRows(seen(batch), "", rows(2), city()).recorded();

        Map<String, Object> row = jdbc.queryForMap("""
                SELECT r.before_name = c.name_sealed AND r.before_id = c.id_sealed AS sealed_alike, r.before_id_type,
                    r.before_occupation, r.before_job, r.before_level, r.before_issue_date, r.after_name
                FROM return_row r JOIN certificate c ON c.id = r.certificate_id WHERE r.return_id = ?""", recorded.id());
        assertThat(row)
                .containsEntry("sealed_alike", 1)
                .containsEntry("before_id_type", "PASSPORT")
                .containsEntry("before_occupation", "电工")
                .containsEntry("before_job", "无")
                .containsEntry("before_level", "ADVANCED")
                .containsEntry("before_issue_date", java.sql.Date.valueOf(ReturnCases.ISSUED))
                .containsEntry("after_name", null);
    }

    @Test
    void everything_that_cannot_be_returned_is_told_at_once_and_nothing_changes() {
        returning.returnRows(seen(batch), "", rows(4), city());
        jdbc.update("UPDATE return_reason SET active = FALSE WHERE code = 'LEVEL'");
        Submission before = cases.now(batch);
        List<ReturnedRow> rows = List.of(
                new ReturnedRow(2, "NAME", ""),
                new ReturnedRow(2, "NAME", ""),
                new ReturnedRow(4, "NAME", ""),
                new ReturnedRow(99, "NAME", ""),
                new ReturnedRow(3, "NO_SUCH", "字".repeat(501)),
                new ReturnedRow(3, "LEVEL", ""),
                new ReturnedRow(1, "OTHER", " "));
        try {
            FieldsRefused refused = catchThrowableOfType(
                    FieldsRefused.class, () -> returning.returnRows(seen(before), "", rows, city()));

            assertThat(refused.rule()).isEqualTo("R2");
            assertThat(refused.flaws()).extracting(FieldFlaw::field, FieldFlaw::code).containsExactly(
                    org.assertj.core.groups.Tuple.tuple("rows[1].row", "return.row-doubled"),
                    org.assertj.core.groups.Tuple.tuple("rows[2].row", "return.row-returned"),
                    org.assertj.core.groups.Tuple.tuple("rows[3].row", "return.row-unknown"),
                    org.assertj.core.groups.Tuple.tuple("rows[4].reason", "return.reason-unknown"),
                    org.assertj.core.groups.Tuple.tuple("rows[4].remark", "too-long"),
                    org.assertj.core.groups.Tuple.tuple("rows[5].row", "return.row-doubled"),
                    org.assertj.core.groups.Tuple.tuple("rows[5].reason", "return.reason-retired"),
                    org.assertj.core.groups.Tuple.tuple("rows[6].row", "return.row-unknown"),
                    org.assertj.core.groups.Tuple.tuple("rows[6].remark", "return.other-needs-remark"));
            assertThat(cases.now(batch)).isEqualTo(before);
        } finally {
            jdbc.update("UPDATE return_reason SET active = TRUE WHERE code = 'LEVEL'");
        }
    }

    @Test
    void nothing_chosen_is_refused() {
        assertThatThrownBy(() -> returning.returnRows(seen(batch), "", List.of(), city()))
                .isInstanceOf(FieldsRefused.class);
    }

    @Test
    void a_published_row_does_not_go_back() {
        Submission sent = cases.batch(cases.institution(Tier.MUNICIPAL), Stage.SENT_TO_MINISTRY, 2);
        jdbc.update("UPDATE certificate SET published_on = ? WHERE submission_id = ? AND row_no = 2",
                LocalDate.of(2026, 11, 20), sent.id());

        assertThatThrownBy(() -> fromMinistry(sent, 2)).isInstanceOfSatisfying(FieldsRefused.class, refused ->
                assertThat(refused.flaws()).extracting(FieldFlaw::code).containsExactly("return.row-published"));
        assertThat(fromMinistry(sent, 3).returnedBy()).isEqualTo(ReturningDesk.MINISTRY);
    }

    private Return fromMinistry(Submission sent, int row) {
        List<Return> recorded = new ArrayList<>();
        NewReturn terms = new NewReturn(ReturningDesk.MINISTRY, "", List.of(new ReturnedRow(row, "MINISTRY", "")));
        transaction.executeWithoutResult(status -> workflow.move(sent, Act.RETURN_SOME, province(), moved -> {
            recorded.add(returns.record(moved, terms, province()));
            return Map.of();
        }));
        return recorded.get(0);
    }

    @Test
    void outside_of_a_transaction_nothing_is_recorded() {
        assertThatThrownBy(() -> returns.record(batch, new NewReturn(ReturningDesk.CITY, "", rows(2)), city()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void only_the_reviewer_at_whose_desk_it_lies_returns_rows() {
        assertThatThrownBy(() -> returning.returnRows(seen(batch), "", rows(2), elsewhere())).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> returning.returnRows(seen(batch), "", rows(2), province()))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> returning.returnRows(seen(batch), "", rows(2), city(Role.CITY_LEAD)))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> returning.returnRows(
                        seen(batch), "", rows(2), own(cases.institutions().find(batch.institutionId()).orElseThrow())))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void what_is_not_under_review_is_not_returned() {
        Submission received = cases.batch(cases.institution(Tier.MUNICIPAL), Stage.RECEIVED, 1);
        assertThatThrownBy(() -> returning.returnRows(seen(received), "", rows(2), city()))
                .isInstanceOf(ActNotPossible.class);
    }

    @Test
    void an_older_form_is_refused() {
        returning.returnRows(seen(batch), "", rows(2), city());
        assertThatThrownBy(() -> returning.returnRows(seen(batch), "", rows(3), city()))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void the_trail_and_the_outbox_tell_of_it() {
        Return recorded = returning.returnRows(seen(batch), "", rows(2), city()).recorded();

        assertThat(trail.of(new Deed.Subject(Deed.Subject.Kind.RETURN, recorded.number())))
                .extracting(AuditEntry::act)
                .containsExactly("RETURN_RECORDED");
        assertThat(trail.of(new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch.number())))
                .extracting(AuditEntry::act)
                .contains("SUBMISSION_RETURN_SOME");
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM outbox_event WHERE kind = 'RETURN_RECORDED' AND subject_key = ?", Integer.class,
                        recorded.number()))
                .isEqualTo(1);
    }

    @Test
    void a_moved_due_date_is_followed_by_its_copy() {
        Return recorded = returning.returnRows(seen(batch), "", rows(2), city()).recorded();
        events.publishEvent(new DueDatesMoved(List.of(new DueDatesMoved.Moved(
                new DeadlineSubject(DeadlineSubject.Kind.RETURN, recorded.id(), 0, ""), DeadlineRule.D10,
                LocalDate.of(2026, 11, 25)))));
        assertThat(returns.find(recorded.id()).orElseThrow().dueOn()).isEqualTo("2026-11-25");
    }

    @Test
    void ten_thousand_rows_go_back_in_no_time() {
        Submission large = cases.batch(cases.institution(Tier.MUNICIPAL), Stage.CITY_REVIEW, 10_000);
        List<ReturnedRow> rows = new ArrayList<>();
        for (int row = 2; row < 10_002; row++) {
            rows.add(new ReturnedRow(row, row % 2 == 0 ? "NAME" : "OTHER", "第 " + row + " 行"));
        }
        long begun = System.nanoTime();
        Returned returned = returning.returnRows(seen(large), "", rows, city());
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(returned.batch().stage()).isEqualTo(Stage.RETURNED_BY_CITY);
        assertThat(taken).isLessThan(Duration.ofSeconds(20));
    }
}
