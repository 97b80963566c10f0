package io.zhengxun.registry.submission;

import static io.zhengxun.registry.submission.BatchCases.ordered;
import static io.zhengxun.registry.submission.BatchCases.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.registry.submission.Moves.Move;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The stage machine as it is carried out on the database. */
@RegistryTest
class WorkflowTest {

    @Autowired
    Workflow workflow;

    @Autowired
    BatchCases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    static Stream<Arguments> stages() {
        return Stream.of(Tier.values()).flatMap(tier -> Stream.of(Stage.values())
                .filter(stage -> stage.occursFor(tier))
                .map(stage -> arguments(tier, stage)));
    }

    /** All acts by all roles: what the table knows is done, everything else refused by its reason. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("stages")
    void exactly_what_the_table_says_can_be_done(Tier tier, Stage stage) {
        Institution institution = cases.institution(tier);
        Submission batch = cases.at(stage, institution);
        Map<String, Object> before = row(batch);
        for (Act act : Act.values()) {
            for (Role role : Role.values()) {
                attempt(batch, before, act, staff(role, institution));
            }
        }
        assertThat(row(batch)).isEqualTo(before);
        assertThat(trail.of(subject(batch))).hasSize(1);
    }

    /** What is done is undone again, so that the next act finds the same batch. */
    private void attempt(Submission batch, Map<String, Object> before, Act act, Staff by) {
        Optional<Move> move = Moves.of(batch.tier(), batch.stage(), act);
        boolean allowed = move.isPresent() && move.get().who().contains(by.role());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            if (allowed) {
                Submission after = workflow.move(batch, act, by, moved -> Map.of());
                checkDone(batch, move.get(), by, after);
            } else {
                String code = move.isPresent() ? "role-not-allowed" : "act-not-possible";
                assertThatThrownBy(() -> workflow.move(batch, act, by, moved -> Map.of()))
                        .as("%s by %s at %s", act, by, batch.stage())
                        .isInstanceOfSatisfying(
                                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
                assertThat(row(batch)).isEqualTo(before);
            }
            assertThat(Workflow.possible(batch, by).contains(act)).isEqualTo(allowed);
        });
    }

    private void checkDone(Submission before, Move move, Staff by, Submission after) {
        assertThat(after.stage()).isEqualTo(move.to());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.lastAct()).isEqualTo(move.act());
        assertThat(after.lastActBy()).isEqualTo(by.username());
        assertThat(jdbc.queryForObject("SELECT desk FROM submission WHERE id = ?", String.class, after.id()))
                .isEqualTo(move.to().desk(before.tier()).name());
        checkDeadlines(before, move, after);
    }

    private void checkDeadlines(Submission before, Move move, Submission after) {
        List<Deadline> deadlines = clocks.of(Workflow.subject(after));
        Optional<DeadlineRule> running = move.to().deadline(before.tier());
        assertThat(deadlines.stream().filter(deadline -> deadline.state() == Deadline.State.OPEN))
                .extracting(Deadline::rule)
                .isEqualTo(running.stream().toList());
        if (move.ends() != null) {
            assertThat(deadlines).filteredOn(deadline -> deadline.rule() == move.ends()).singleElement()
                    .satisfies(ended -> {
                        assertThat(ended.state()).isEqualTo(Deadline.State.MET);
                        assertThat(ended.evidence()).isEqualTo(move.to().name());
                    });
        }
        if (move.begins() != null) {
            assertThat(deadlines).filteredOn(deadline -> deadline.rule() == move.begins()).singleElement()
                    .satisfies(begun -> assertThat(begun.startOn()).isEqualTo(LegalTime.dayOf(clock.instant())));
        }
        assertThat(after.dueOn())
                .isEqualTo(deadlines.stream()
                        .filter(deadline -> deadline.state() == Deadline.State.OPEN)
                        .findFirst()
                        .map(Deadline::dueOn)
                        .orElse(null));
    }

    @ParameterizedTest
    @CsvSource({
        "MUNICIPAL, SUBMIT TAKE_UP PASS SEND_BACK PASS APPROVE SEND_UP TAKE_UP PASS APPROVE SEND_TO_MINISTRY PUBLISH_REST, D2 D3 D4",
        "PROVINCIAL, SUBMIT TAKE_UP PASS SEND_BACK PASS APPROVE SEND_TO_MINISTRY PUBLISH_SOME PUBLISH_REST, D3 D4",
        "MUNICIPAL, SUBMIT TAKE_UP RETURN_SOME RETURN_REST REPLACE, D2",
    })
    void a_batch_goes_its_whole_way_and_all_of_it_is_on_record(Tier tier, String acts, String rules) {
        Institution institution = cases.institution(tier);
        Submission batch = cases.at(Stage.DRAFT, institution);
        List<Act> way = Stream.of(acts.split(" ")).map(Act::valueOf).toList();
        for (Act act : way) {
            batch = done(batch, act, someone(batch, act, institution));
        }

        assertThat(clocks.of(Workflow.subject(batch)))
                .allMatch(deadline -> deadline.state() == Deadline.State.MET)
                .extracting(deadline -> deadline.rule().name())
                .containsExactly(rules.split(" "));
        List<String> told = Stream.concat(
                Stream.of("SUBMISSION_RECORDED"), way.stream().map(act -> "SUBMISSION_" + act)).toList();
        assertThat(trail.of(subject(batch))).extracting(AuditEntry::act).isEqualTo(told);
        assertThat(jdbc.queryForList(
                        "SELECT kind FROM outbox_event WHERE subject_key = ? ORDER BY id", String.class, batch.number()))
                .isEqualTo(told);
    }

    private static Staff someone(Submission batch, Act act, Institution institution) {
        Role role = Moves.of(batch.tier(), batch.stage(), act).orElseThrow().who().stream().sorted().findFirst().orElseThrow();
        return staff(role, institution);
    }

    @Test
    void handler_reviewer_and_approver_are_kept_at_a_desk_and_gone_at_the_next() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Staff reviewer = staff(Role.CITY_DATA_MANAGER, institution);
        Staff lead = staff(Role.CITY_LEAD, institution);
        Submission batch = cases.at(Stage.RECEIVED, institution);

        batch = done(batch, Act.TAKE_UP, reviewer);
        batch = done(batch, Act.PASS, reviewer);
        batch = done(batch, Act.APPROVE, lead);
        assertThat(batch).extracting(Submission::handler, Submission::reviewedBy, Submission::approvedBy)
                .containsExactly(reviewer.username(), reviewer.username(), lead.username());

        batch = done(batch, Act.SEND_UP, lead);
        assertThat(batch).extracting(Submission::handler, Submission::reviewedBy, Submission::approvedBy)
                .containsExactly(null, null, null);
    }

    @Test
    void the_reviewer_does_not_approve_even_in_another_role() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Staff reviewer = staff(Role.CITY_DATA_MANAGER, institution);
        Submission batch = done(cases.at(Stage.CITY_REVIEW, institution), Act.PASS, reviewer);
        Staff promoted = staff(reviewer.username(), Role.CITY_LEAD, reviewer.scope());

        assertThatThrownBy(() -> done(batch, Act.APPROVE, promoted)).isInstanceOf(ReviewedByTheSame.class);
        assertThatThrownBy(() -> done(batch, Act.SEND_BACK, promoted)).isInstanceOf(ReviewedByTheSame.class);
        assertThat(Workflow.possible(batch, promoted)).isEmpty();
        assertThat(cases.now(batch)).isEqualTo(batch);
    }

    @ParameterizedTest
    @CsvSource({"PASS SEND_BACK", "RETURN_SOME", "RETURN_SOME PASS SEND_BACK", "RETURN_SOME RETURN_SOME"})
    void whoever_has_reviewed_it_at_the_desk_does_not_decide_there_after_another_review(String acts) {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Staff first = staff("first-reviewer", Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY));
        Staff lead = staff(Role.CITY_LEAD, institution);
        Submission batch = cases.at(Stage.CITY_REVIEW, institution);
        for (String act : acts.split(" ")) {
            batch = done(batch, Act.valueOf(act), act.equals("SEND_BACK") ? lead : first);
        }
        Submission passed = done(batch, Act.PASS, staff(Role.CITY_DATA_MANAGER, institution));
        Staff promoted = staff(first.username(), Role.CITY_LEAD, first.scope());

        for (Act decision : List.of(Act.APPROVE, Act.SEND_BACK)) {
            assertThatThrownBy(() -> done(passed, decision, promoted)).isInstanceOf(ReviewedByTheSame.class);
        }
        assertThat(Workflow.possible(passed, promoted)).isEmpty();
        assertThat(Workflow.possible(passed, lead)).containsExactly(Act.SEND_BACK, Act.APPROVE);
        assertThat(done(passed, Act.APPROVE, lead).approvedBy()).isEqualTo(lead.username());
    }

    @Test
    void who_reviewed_it_in_the_city_may_decide_in_the_province() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Staff reviewer = staff("moved-on", Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY));
        Staff lead = staff(Role.CITY_LEAD, institution);
        Submission batch = done(cases.at(Stage.CITY_REVIEW, institution), Act.PASS, reviewer);
        batch = done(done(batch, Act.APPROVE, lead), Act.SEND_UP, lead);
        batch = done(batch, Act.PASS, staff(Role.PROVINCE_REVIEWER, institution));

        assertThat(done(batch, Act.APPROVE, staff("moved-on", Role.PROVINCE_LEAD, Scope.ofProvince())).stage())
                .isEqualTo(Stage.PROVINCE_APPROVED);
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_REVIEWED, approved_by = reviewed_by",
        "CITY_REVIEWED, 'reviewed_by = NULL, approved_by = ''x'''",
        "CITY_APPROVED, 'last_act = ''APPROVE'', approved_by = NULL'",
        "CITY_REVIEW, tier = 'PROVINCIAL'",
        "CITY_REVIEW, stage = 'NOWHERE'",
        "CITY_REVIEW, desk = 'NOWHERE'",
        "CITY_REVIEW, carried_rows = row_count + 1",
        "CITY_REVIEW, kind = 'CORRECTION'",
    })
    void the_database_refuses_what_cannot_be(Stage stage, String change) {
        Submission batch = cases.at(stage, cases.institution(Tier.MUNICIPAL));
        assertThatThrownBy(() -> jdbc.update("UPDATE submission SET " + change + " WHERE id = ?", batch.id()))
                .isInstanceOf(DataAccessException.class);
        assertThat(cases.now(batch)).isEqualTo(batch);
    }

    @Test
    void of_two_at_once_one_succeeds_and_the_other_is_told_what_the_first_did() throws Exception {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Submission batch = cases.at(Stage.CITY_REVIEWED, institution);
        Staff first = staff("first-lead", Role.CITY_LEAD, Scope.ofCity(BatchCases.CITY));
        Staff second = staff("second-lead", Role.CITY_LEAD, Scope.ofCity(BatchCases.CITY));
        CountDownLatch acted = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Submission> winner = threads.submit(() -> transaction.execute(status ->
                    workflow.move(workflow.seen(ordered(batch), first), Act.APPROVE, first, moved -> {
                        acted.countDown();
                        await(goOn);
                        return Map.of();
                    })));
            await(acted);
            Future<Submission> loser = threads.submit(() -> done(batch, Act.SEND_BACK, second));
            waitUntilOneWaits();
            goOn.countDown();

            assertThat(winner.get(20, TimeUnit.SECONDS).stage()).isEqualTo(Stage.CITY_APPROVED);
            assertThatThrownBy(() -> loser.get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(ChangedMeanwhile.class, told -> {
                        assertThat(told.now().stage()).isEqualTo(Stage.CITY_APPROVED);
                        assertThat(text(told)).contains("first-lead", "批准", "市技能中心已批准");
                    });
        } finally {
            threads.shutdownNow();
        }
        assertThat(cases.now(batch)).extracting(Submission::stage, Submission::lastActBy)
                .containsExactly(Stage.CITY_APPROVED, "first-lead");
    }

    @Test
    void who_looked_at_an_older_state_is_told_what_was_done_since() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Staff reviewer = staff(Role.CITY_DATA_MANAGER, institution);
        Submission seen = cases.at(Stage.RECEIVED, institution);
        done(seen, Act.TAKE_UP, reviewer);

        assertThatThrownBy(() -> workflow.seen(ordered(seen), reviewer))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, told -> assertThat(text(told))
                        .contains(seen.number(), reviewer.username(), "受理", "市技能中心审核中"));
    }

    @Test
    void a_batch_outside_of_the_scope_is_absent() {
        Submission municipal = cases.at(Stage.RECEIVED, cases.institution(Tier.MUNICIPAL));
        Submission provincial = cases.at(Stage.RECEIVED, cases.institution(Tier.PROVINCIAL));
        Staff elsewhere = staff("elsewhere", Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY_ELSEWHERE));
        Staff city = staff("city", Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY));
        Staff other = staff(Role.INSTITUTION_DATA_MANAGER, cases.institution(Tier.MUNICIPAL));

        assertThatThrownBy(() -> workflow.seen(ordered(municipal), elsewhere)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> workflow.seen(ordered(municipal), other)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> workflow.seen(ordered(provincial), city)).isInstanceOf(Absent.class);
        assertThat(workflow.seen(ordered(municipal), city)).isEqualTo(municipal);
    }

    @Test
    void nothing_moves_without_a_transaction() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Submission batch = cases.at(Stage.RECEIVED, institution);
        Staff reviewer = staff(Role.CITY_DATA_MANAGER, institution);

        assertThatThrownBy(() -> workflow.move(batch, Act.TAKE_UP, reviewer, moved -> Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Submission done(Submission batch, Act act, Staff by) {
        return transaction.execute(status ->
                workflow.move(workflow.seen(ordered(batch), by), act, by, moved -> Map.of()));
    }

    private Map<String, Object> row(Submission batch) {
        Map<String, Object> row = jdbc.queryForMap("SELECT * FROM submission WHERE id = ?", batch.id());
        row.remove("file_digest");
        return row;
    }

    private String text(Refusal refusal) {
        return messages.getMessage(refusal, Locale.SIMPLIFIED_CHINESE);
    }

    private static Deed.Subject subject(Submission batch) {
        return new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch.number());
    }

    private void waitUntilOneWaits() {
        while (jdbc.queryForObject(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'UPDATE submission SET stage%'",
                        Integer.class)
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
