package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines as rows. */
@RegistryTest
class ClocksTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 22);
    private static final Instant LATER = Instant.parse("2026-10-09T01:02:03.456Z");

    @Autowired
    private Clocks clocks;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private DeadlineCases cases;

    private DeadlineSubject subject;

    @BeforeEach
    void a_case_of_its_own() {
        subject = cases.next(DeadlineSubject.Kind.RETURN);
    }

    @Test
    void a_clock_that_is_started_runs_until_the_end_of_its_last_day() {
        Deadline started = start(DeadlineRule.D6);
        assertThat(started.dueOn()).isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(started.dueAt()).isEqualTo(Instant.parse("2026-10-13T16:00:00Z"));
        assertThat(started.debtor()).isEqualTo(Debtor.INSTITUTION);
        assertThat(started.provisional()).isFalse();
        assertThat(clocks.running(DeadlineRule.D6, subject)).contains(started);
        assertThat(clocks.running(DeadlineRule.D7, subject)).isEmpty();
    }

    @Test
    void the_centre_owes_what_it_has_to_pass_on() {
        assertThat(start(DeadlineRule.D10).debtor()).isEqualTo(Debtor.CITY);
    }

    @Test
    void a_clock_that_is_met_stands_with_its_evidence_and_can_start_anew() {
        start(DeadlineRule.D6);
        transaction.executeWithoutResult(t -> clocks.meet(DeadlineRule.D6, subject, LATER, "PC261009-AAAAAAAA"));
        assertThat(clocks.running(DeadlineRule.D6, subject)).isEmpty();
        start(DeadlineRule.D6);
        transaction.executeWithoutResult(t -> clocks.withdraw(DeadlineRule.D6, subject, LATER, ""));
        assertThat(clocks.of(subject)).extracting(Deadline::state)
                .containsExactly(Deadline.State.MET, Deadline.State.WITHDRAWN);
        assertThat(clocks.of(subject)).first().satisfies(met -> {
            assertThat(met.endedAt()).isEqualTo(LATER);
            assertThat(met.evidence()).isEqualTo("PC261009-AAAAAAAA");
        });
    }

    @Test
    void a_second_clock_of_the_same_rule_is_refused_and_undoes_its_transaction() {
        start(DeadlineRule.D6);
        assertThatThrownBy(() -> transaction.executeWithoutResult(t -> {
                    clocks.start(DeadlineRule.D5, subject, START);
                    clocks.start(DeadlineRule.D6, subject, START);
                }))
                .isInstanceOf(ClockRuns.class);
        assertThat(clocks.of(subject)).extracting(Deadline::rule).containsExactly(DeadlineRule.D6);
    }

    @Test
    void a_clock_that_does_not_run_cannot_be_stopped() {
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(t -> clocks.meet(DeadlineRule.D6, subject, LATER, "")))
                .isInstanceOf(NoClockRuns.class);
        start(DeadlineRule.D6);
        transaction.executeWithoutResult(t -> clocks.meet(DeadlineRule.D6, subject, LATER, ""));
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(t -> clocks.withdraw(DeadlineRule.D6, subject, LATER, "")))
                .isInstanceOf(NoClockRuns.class);
    }

    @Test
    void clocks_are_started_and_stopped_within_an_act_only() {
        assertThatThrownBy(() -> clocks.start(DeadlineRule.D6, subject, START))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> clocks.meet(DeadlineRule.D6, subject, LATER, ""))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_database_knows_no_second_open_one_and_no_half_ended_one() {
        long id = start(DeadlineRule.D6).id();
        for (String wrong : new String[] {
            "open_mark = NULL", "state = 'MET'", "ended_at = NOW(3)", "open_mark = 2", "due_on = start_on", "length = 0",
            "debtor = 'CENTRE'", "subject_kind = 'OTHER'",
        }) {
            assertThatThrownBy(() -> sql.update("UPDATE deadline SET " + wrong + " WHERE id = ?", id))
                    .as(wrong)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> sql.update("""
                        INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor,
                            start_on, due_on, due_at, provisional, state, open_mark, started_at, evidence)
                        SELECT rule, length, subject_kind, subject_id, institution_id, region_code, debtor,
                            start_on, due_on, due_at, provisional, state, open_mark, started_at, evidence
                        FROM deadline WHERE id = ?""", id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private Deadline start(DeadlineRule rule) {
        return transaction.execute(t -> clocks.start(rule, subject, START));
    }
}
