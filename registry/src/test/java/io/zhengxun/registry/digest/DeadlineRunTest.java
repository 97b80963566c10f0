package io.zhengxun.registry.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.deadline.CalendarChange;
import io.zhengxun.registry.deadline.ChangingCalendar;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.alert.DueAlerts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** T5 and T7: no alert is missed and none is doubled, whatever happens to runs, instances and clocks. */
@RegistryTest
class DeadlineRunTest {

    private static final String CITY = "440500";
    private static final String PROVINCE = "440000";
    /** A Friday: W10 is the 13th, W5 the 20th, W3 the 24th, W1 the 26th; O1 is the 30th. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 27);

    @Autowired
    private DeadlineRun run;

    @Autowired
    private DueAlerts alerts;

    @Autowired
    private Digests digests;

    @Autowired
    private DeadlineItems items;

    @Autowired
    private WatchCases cases;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ChangingCalendar changing;

    @Autowired
    private Clock clock;

    private long institution;
    private long contact;

    @BeforeEach
    void begin() {
        cases.clear();
        institution = cases.institution(CITY);
        contact = cases.contactOf(institution, CITY);
    }

    @AfterEach
    void end() {
        cases.clear();
    }

    @Test
    void all_that_is_due_is_told_in_one_digest() {
        cases.deadline(DeadlineRule.D6, institution, CITY, march(20));
        cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        cases.deadline(DeadlineRule.D7, institution, CITY, march(23));

        assertThat(run.run(march(20))).hasValue(new DeadlineRun.Done(3, 1, true));

        String key = "deadlines:2026-03-20:C" + contact;
        assertThat(cases.notices()).containsExactly(key);
        assertThat(cases.row(key)).containsEntry("state", "QUEUED").containsEntry("channels", "EMAIL")
                .containsEntry("urgent", false).containsEntry("institution_id", institution)
                .containsEntry("region_code", CITY).containsEntry("subject_kind", "INSTITUTION");
        assertThat(digests.now(List.of(cases.notice(key)), march(20)).get(cases.notice(key)).facts())
                .containsEntry("day", "2026-03-20").containsEntry("count", "3").containsEntry("overdue", "0")
                .containsEntry("soonest", "2026-03-20").containsEntry("run", "2026032001")
                .hasEntrySatisfying("first", first -> assertThat(first).startsWith("更正省技能中心退回的数据"))
                .hasEntrySatisfying("owner", owner -> assertThat(owner).startsWith("预警测试机构"));
        assertThat(sql.queryForObject(
                        "SELECT detail FROM notice_decision WHERE notice_id = ? AND decision = 'MERGED'",
                        String.class, cases.notice(key)))
                .isEqualTo("3");
    }

    @Test
    void a_single_deadline_was_not_merged() {
        cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        run.run(march(20));
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice_decision", Integer.class)).isZero();
    }

    @Test
    void the_same_run_twice_tells_once() {
        cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        assertThat(run.run(march(20))).isPresent();
        assertThat(run.run(march(20))).isEmpty();
        cases.letLeasesRunOut();
        assertThat(run.run(march(20))).isEmpty();
        assertThat(cases.notices()).hasSize(1);
    }

    @Test
    void each_day_has_its_rung_and_days_between_have_none() {
        long deadline = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        Stream.of(12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27, 30, 31).forEach(day -> run.run(march(day)));
        assertThat(cases.rungs(deadline)).containsExactly("W10", "W5", "W3", "W1", "DUE", "O1", "O2");
        assertThat(cases.notices().stream().filter(key -> key.startsWith("deadlines"))).hasSize(7);
    }

    @Test
    void a_clock_that_was_started_today_is_alerted_from_tomorrow_on() {
        long deadline = cases.deadline(DeadlineRule.D7, institution, CITY, march(23));
        sql.update("UPDATE deadline SET started_at = '2026-03-20 00:10:00' WHERE id = ?", deadline);
        run.run(march(20));
        assertThat(cases.rungs(deadline)).isEmpty();
        run.run(march(23));
        assertThat(cases.rungs(deadline)).containsExactly("DUE");
    }

    /** As those of a database that is upgraded. */
    @Test
    void one_that_is_overdue_when_it_is_registered_is_told_and_escalated_the_same_day() {
        long deadline = cases.deadline(DeadlineRule.D7, institution, CITY, march(2));
        long last = cases.deadline(DeadlineRule.D7, institution, CITY, march(19));
        sql.update("UPDATE deadline SET started_at = '2026-03-20 00:10:00'");
        cases.contactOf(CITY);

        run.run(march(20));

        assertThat(cases.rungs(deadline)).containsExactly("K1");
        assertThat(cases.rungs(last)).containsExactly("O1");
        assertThat(cases.notices()).hasSize(2).anyMatch(key -> key.startsWith("escalation:2026-03-20:"));
        run.run(march(23));
        assertThat(cases.rungs(deadline)).containsExactly("K1", "K2");
        assertThat(cases.rungs(last)).containsExactly("O1", "O2");
        assertThat(cases.notices().stream().filter(key -> key.startsWith("escalation"))).hasSize(1);
    }

    @Test
    void after_an_outage_the_newest_rung_is_told_and_the_missed_ones_are_not() {
        long deadline = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        run.run(march(13));
        // Off from the 16th to the 24th: W5 and W3 pass.
        run.run(march(25));
        run.run(march(26));
        assertThat(cases.rungs(deadline)).containsExactly("W10", "W3", "W1");
    }

    @Test
    void a_clock_that_goes_back_tells_nothing_twice() {
        long deadline = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        for (int day : List.of(13, 12, 13, 20, 19, 20, 24, 26, 25, 26, 27)) {
            run.run(march(day));
        }
        assertThat(cases.rungs(deadline)).containsExactly("W10", "W5", "W3", "W1", "DUE");
    }

    @Test
    void a_clock_that_ran_ahead_a_week_and_was_put_back_doubles_and_misses_nothing() {
        long early = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        run.run(march(13));
        run.run(march(20));
        run.run(march(27));
        beganAhead(march(27), Duration.ofDays(7));
        long late = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        Stream.of(23, 24, 25, 26).forEach(day -> run.run(march(day)));
        assertThat(run.run(march(27))).isPresent();
        assertThat(run.run(march(27))).isEmpty();
        assertThat(cases.rungs(early)).containsExactly("W10", "W5", "DUE");
        assertThat(cases.rungs(late)).containsExactly("W5", "W3", "W1", "DUE");
        assertThat(cases.notices()).contains(
                "deadlines:2026-03-27:C" + contact, "deadlines:2026-03-27:C" + contact + ":2");
    }

    /** What the run of that day looks like to a clock that is behind the one by which it was begun. */
    private void beganAhead(LocalDate day, Duration ahead) {
        sql.update("UPDATE watch_run SET started_at = ? WHERE day = ?", Timestamp.from(clock.instant().plus(ahead)), day);
    }

    @Test
    void instances_whose_clocks_differ_by_seconds_do_not_run_twice() {
        run.run(march(20));
        beganAhead(march(20), Duration.ofSeconds(30));
        assertThat(run.run(march(20))).isEmpty();
    }

    @Test
    void two_instances_at_once_tell_once() throws Exception {
        List<Long> deadlines = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            deadlines.add(cases.deadline(DeadlineRule.D7, institution, CITY, DUE));
        }
        atOnce(2, instance -> run.run(march(20)));
        cases.letLeasesRunOut();
        run.run(march(20));
        assertToldOnce(deadlines);
    }

    /** A holder that only seemed dead goes on beside who took over. */
    @Test
    void who_takes_over_from_a_living_one_tells_nothing_twice() throws Exception {
        List<Long> deadlines = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            deadlines.add(cases.deadline(DeadlineRule.D7, institution, CITY, DUE));
        }
        atOnce(3, instance -> {
            for (int tries = 0; tries < 4; tries++) {
                cases.letLeasesRunOut();
                run.run(march(20));
            }
        });
        cases.letLeasesRunOut();
        run.run(march(20));
        assertToldOnce(deadlines);
    }

    @Test
    void two_runs_that_look_at_once_give_each_alert_to_one_of_them() throws Exception {
        List<Long> deadlines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            deadlines.add(cases.deadline(DeadlineRule.D7, institution, CITY, DUE));
        }
        atOnce(2, instance -> {
            while (alerts.anyLeft(march(20))) {
                transaction.execute(status -> alerts.give(100 + instance, march(20), 50));
            }
        });
        assertThat(deadlines).allSatisfy(deadline -> assertThat(cases.rungs(deadline)).containsExactly("W5"));
    }

    private void assertToldOnce(List<Long> deadlines) {
        assertThat(deadlines).allSatisfy(deadline -> assertThat(cases.rungs(deadline)).containsExactly("W5"));
        assertThat(cases.notices()).containsExactly("deadlines:2026-03-20:C" + contact);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM deadline_digest", Integer.class)).isEqualTo(1);
        assertThat(sql.queryForObject("SELECT state FROM watch_run", String.class)).isEqualTo("ENDED");
    }

    private static void atOnce(int instances, Consumer<Integer> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(instances);
        try {
            CyclicBarrier start = new CyclicBarrier(instances);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < instances; i++) {
                int instance = i;
                all.add(threads.submit(() -> {
                    start.await();
                    work.accept(instance);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void what_an_act_is_ending_is_waited_for_and_not_told() {
        long ending = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        long other = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        transaction.executeWithoutResult(act -> {
            cases.meet(ending);
            assertThat(inAnotherThread(() -> run.run(march(20)).orElseThrow()))
                    .isEqualTo(new DeadlineRun.Done(1, 0, false));
        });
        assertThat(run.run(march(20))).hasValue(new DeadlineRun.Done(0, 1, true));
        assertThat(cases.rungs(ending)).isEmpty();
        assertThat(cases.rungs(other)).containsExactly("W5");
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }

    @Test
    void what_a_run_left_untold_overnight_the_next_one_tells_in_its_digest() {
        long first = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        long second = cases.deadline(DeadlineRule.D7, institution, CITY, march(30));
        // The run of the 20th marked its alerts and died before it told them.
        sql.update("""
                INSERT INTO watch_run (kind, id, day, state, holder, leased_until, position, started_at)
                VALUES ('DEADLINES', 2026032001, '2026-03-20', 'RUNNING', '', '2026-03-20 01:00:00', '', '2026-03-20')""");
        transaction.executeWithoutResult(status -> alerts.give(2026032001L, march(20), 100));

        assertThat(run.run(march(23))).hasValue(new DeadlineRun.Done(1, 1, true));

        String key = "deadlines:2026-03-23:C" + contact;
        assertThat(cases.notices()).containsExactly(key);
        assertThat(digests.now(List.of(cases.notice(key)), march(23)).get(cases.notice(key)).facts())
                .containsEntry("count", "2");
        assertThat(cases.rungs(first)).containsExactly("W5");
        assertThat(cases.rungs(second)).containsExactly("W10", "W5");
        assertThat(sql.queryForList("SELECT state FROM watch_run ORDER BY id", String.class))
                .containsExactly("JOINED", "ENDED");
    }

    @Test
    void a_new_calendar_shifts_rungs_of_deadlines_that_keep_their_last_day() {
        long deadline = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        run.run(march(24));
        // Looked at on the 24th, to be looked at again on the 26th; a changed calendar may want it earlier.
        sql.update("UPDATE calendar_version SET version = version + 1");
        assertThat(run.run(march(25))).hasValueSatisfying(done -> assertThat(done.looked()).isEqualTo(1));
        assertThat(run.run(march(26))).hasValueSatisfying(done -> assertThat(done.looked()).isEqualTo(1));
        assertThat(cases.rungs(deadline)).containsExactly("W3", "W1");
    }

    @Test
    void what_is_done_before_it_goes_out_is_left_out() {
        long first = cases.deadline(DeadlineRule.D7, institution, CITY, march(20));
        long second = cases.deadline(DeadlineRule.D7, institution, CITY, DUE);
        run.run(march(20));
        long notice = cases.notice("deadlines:2026-03-20:C" + contact);

        cases.meet(first);
        assertThat(digests.now(List.of(notice), march(20)).get(notice).facts())
                .containsEntry("count", "1").containsEntry("soonest", "2026-03-27");
        cases.meet(second);
        assertThat(digests.now(List.of(notice), march(20)).get(notice)).satisfies(now -> {
            assertThat(now.isEmpty()).isTrue();
            assertThat(now.toldAgain()).isFalse();
        });
        assertThat(items.of(notice)).hasSize(2).allSatisfy(item -> assertThat(item.open()).isFalse());
    }

    @Test
    void a_due_date_that_moves_before_it_goes_out_is_left_out_and_alerted_anew() {
        long deadline = cases.deadline(DeadlineRule.D7, institution, CITY, march(20));
        sql.update("UPDATE deadline SET start_on = '2026-03-06' WHERE id = ?", deadline);
        run.run(march(20));
        long notice = cases.notice("deadlines:2026-03-20:C" + contact);
        change(new CalendarChange.SetDay(march(20), false, "台风停工"));
        try {
            assertThat(digests.now(List.of(notice), march(20)).get(notice).isEmpty()).isTrue();
            assertThat(items.of(notice)).singleElement()
                    .satisfies(item -> assertThat(item.dueOn()).isEqualTo(march(23)));
            run.run(march(23));
            assertThat(cases.rungs(deadline)).containsExactly("DUE", "DUE");
            assertThat(digests.now(List.of(notice), march(23)).get(notice).isEmpty()).isTrue();
        } finally {
            change(new CalendarChange.RemoveDay(march(20)));
        }
    }

    private void change(CalendarChange change) {
        Staff administrator = new Staff("root", "测试", Role.ADMINISTRATOR, Scope.ofProvince(), "192.0.2.1");
        changing.change(administrator, change, changing.preview(change).token());
    }

    @Test
    void a_digest_that_waited_overnight_tells_what_no_newer_one_tells() {
        long repeated = cases.deadline(DeadlineRule.D7, institution, CITY, march(26));
        long once = cases.deadline(DeadlineRule.D7, institution, CITY, march(30));
        run.run(march(25));
        run.run(march(26));
        long old = cases.notice("deadlines:2026-03-25:C" + contact);
        long newer = cases.notice("deadlines:2026-03-26:C" + contact);
        var now = digests.now(List.of(old, newer), march(26));
        assertThat(now.get(old).facts()).containsEntry("count", "1").containsEntry("soonest", "2026-03-30")
                .containsEntry("day", "2026-03-26");
        assertThat(now.get(newer).facts()).containsEntry("count", "1").containsEntry("soonest", "2026-03-26");
        cases.meet(once);
        assertThat(digests.now(List.of(old), march(26)).get(old)).satisfies(left -> {
            assertThat(left.isEmpty()).isTrue();
            assertThat(left.toldAgain()).isTrue();
        });
        assertThat(cases.rungs(repeated)).containsExactly("W1", "DUE");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # rule, institution's region, debtor's contacts, told above
            D1,     440500, institution, 440500
            D8,     440500, institution, 440500
            D5,     440500, institution, 440500
            D7,     440500, institution, 440500
            D1,     440000, institution, 440000
            D6,     440000, institution, 440000
            D2,     440500, 440500,      440000
            D10,    440500, 440500,      440000
            D10,    440000, 440000,      lead
            D3,     440500, 440000,      lead
            D3,     440000, 440000,      lead
            """)
    void a_missed_deadline_is_told_one_level_up_once(
            DeadlineRule rule, String region, String debtor, String above) {
        long owing = cases.institution(region);
        long ofInstitution = cases.contactOf(owing, region);
        long ofCity = cases.contactOf(CITY);
        long ofProvince = cases.contactOf(PROVINCE);
        long lead = cases.contact(null, PROVINCE, cases.account("PROVINCE_LEAD"), Duty.DEADLINES);
        cases.contact(null, CITY, null, Duty.RETURNS);
        cases.deadline(rule, owing, region, DUE);

        Stream.of(27, 30, 31).forEach(day -> run.run(march(day)));

        List<Long> debtors = contacts(debtor, ofInstitution, ofCity, ofProvince, lead);
        List<Long> aboves = contacts(above, ofInstitution, ofCity, ofProvince, lead);
        List<String> expected = new ArrayList<>();
        for (String day : List.of("2026-03-27", "2026-03-30", "2026-03-31")) {
            debtors.forEach(id -> expected.add("deadlines:" + day + ":C" + id));
        }
        aboves.forEach(id -> expected.add("escalation:2026-03-30:C" + id));
        assertThat(cases.notices()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<Long> contacts(String who, long institution, long city, long province, long lead) {
        return switch (who) {
            case "institution" -> List.of(institution);
            case CITY -> List.of(city);
            case PROVINCE -> List.of(province, lead);
            default -> List.of(lead);
        };
    }

    @Test
    void the_lead_is_told_of_the_cities_and_of_the_province_in_one_notice() {
        long other = cases.contactOf(PROVINCE);
        long lead = cases.contact(null, PROVINCE, cases.account("PROVINCE_LEAD"), Duty.DEADLINES);
        cases.deadline(DeadlineRule.D2, institution, CITY, DUE);
        cases.deadline(DeadlineRule.D3, institution, CITY, DUE);
        run.run(march(30));
        assertCount("escalation:2026-03-30:C" + other, 1);
        assertCount("escalation:2026-03-30:C" + lead, 2);
        assertThat(items.of(cases.notice("escalation:2026-03-30:C" + other))).extracting(DeadlineItem::rule)
                .containsExactly(DeadlineRule.D2);
        assertThat(items.of(cases.notice("escalation:2026-03-30:C" + lead)))
                .allSatisfy(item -> {
                    assertThat(item.dueOn()).isEqualTo(DUE);
                    assertThat(item.institution()).startsWith("预警测试机构");
                    assertThat(item.label()).isNotEmpty();
                })
                .hasSize(2);
    }

    @Test
    void without_a_lead_the_provinces_contacts_stand_in() {
        long one = cases.contactOf(PROVINCE);
        long other = cases.contact(null, PROVINCE, cases.account("PROVINCE_REVIEWER"), Duty.DEADLINES);
        cases.deadline(DeadlineRule.D3, institution, CITY, DUE);
        run.run(march(30));
        assertCount("escalation:2026-03-30:C" + one, 1);
        assertCount("escalation:2026-03-30:C" + other, 1);
    }

    private void assertCount(String key, int count) {
        long id = cases.notice(key);
        assertThat(digests.now(List.of(id), march(30)).get(id).facts())
                .containsEntry("count", String.valueOf(count)).containsEntry("oldest", "2026-03-27");
    }

    @Test
    void where_nobody_is_there_to_be_told_the_work_list_shows_it() {
        long silent = cases.institution(CITY);
        cases.contact(silent, CITY, null, Duty.RETURNS);
        cases.deadline(DeadlineRule.D7, silent, CITY, DUE);
        cases.deadline(DeadlineRule.D7, silent, CITY, DUE);
        run.run(march(30));
        assertThat(cases.notices()).containsExactly(
                "deadlines:2026-03-30:I" + silent, "escalation:2026-03-30:R" + CITY);
        assertThat(cases.row("deadlines:2026-03-30:I" + silent))
                .containsEntry("recipient_kind", "NOBODY").containsEntry("state", "GAVE_UP")
                .containsEntry("cause", "NO_RECIPIENT").containsEntry("institution_id", silent);
    }

    @Test
    void nobody_alerts_the_ministry_nor_looks_at_it_again() {
        long deadline = cases.deadline(DeadlineRule.D4, institution, CITY, DUE);
        assertThat(run.run(march(27))).hasValue(new DeadlineRun.Done(1, 0, true));
        sql.update("UPDATE calendar_version SET version = version + 1");
        assertThat(run.run(march(30))).hasValue(new DeadlineRun.Done(0, 0, true));
        assertThat(cases.rungs(deadline)).isEmpty();
    }

    @Test
    void items_of_a_notice_that_is_no_digest_are_none() {
        assertThat(items.of(-1)).isEmpty();
        assertThat(digests.now(List.of(-1L), march(20))).isEmpty();
    }

    @Test
    void alerts_are_given_in_a_transaction_only() {
        assertThatThrownBy(() -> alerts.give(1, march(20), 10)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
