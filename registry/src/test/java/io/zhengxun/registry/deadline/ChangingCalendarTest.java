package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.CalendarChange.ImportYear;
import io.zhengxun.registry.deadline.CalendarChange.RemoveDay;
import io.zhengxun.registry.deadline.CalendarChange.SetDay;
import io.zhengxun.registry.deadline.ChangingCalendar.Preview;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** T2: the calendar changes, and with it exactly the open deadlines that looked at the changed days. */
@RegistryTest
class ChangingCalendarTest {

    private static final Staff ADMINISTRATOR =
            new Staff("root", "管理员甲", Role.ADMINISTRATOR, Scope.ofProvince(), "192.0.2.1");
    private static final Staff OTHER_ADMINISTRATOR =
            new Staff("root2", "管理员乙", Role.ADMINISTRATOR, Scope.ofProvince(), "192.0.2.2");

    /** D6 from a Monday; without the change due on Monday the 23rd. */
    private static final LocalDate START = LocalDate.of(2026, 3, 9);

    private static final LocalDate OLD_DUE = LocalDate.of(2026, 3, 23);

    @Autowired
    private ChangingCalendar changing;

    @Autowired
    private CalendarYears years;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DeadlineCases cases;

    @Autowired
    private MoveListener moved;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private WorkingDayCalendar calendar;

    @Autowired
    private InstalledArrangements installed;

    private DeadlineSubject subject;

    @BeforeEach
    void a_case_of_its_own() {
        pristine();
        subject = cases.next(DeadlineSubject.Kind.RETURN);
    }

    @AfterEach
    void pristine() {
        for (String table : List.of("deadline", "day_override", "arranged_day", "year_arrangement")) {
            sql.update("DELETE FROM " + table);
        }
        calendar.forget();
        moved.events.clear();
    }

    @Test
    void a_day_off_moves_the_deadline_that_counted_it_and_says_so() {
        Deadline d6 = start(DeadlineRule.D6, START);
        SetDay typhoon = new SetDay(LocalDate.of(2026, 3, 20), false, "台风停工");

        Preview preview = changing.preview(typhoon);
        assertThat(preview.moves().moved()).isEqualTo(1);
        assertThat(preview.moves().first()).containsExactly(new DueDateMove(d6, LocalDate.of(2026, 3, 24), false));
        assertThat(dueOn(DeadlineRule.D6)).as("a preview changes nothing").isEqualTo(OLD_DUE);

        assertThat(changing.change(ADMINISTRATOR, typhoon, preview.token())).isEqualTo(preview.moves());
        assertThat(clocks.running(DeadlineRule.D6, subject)).get().satisfies(now -> {
            assertThat(now.dueOn()).isEqualTo(LocalDate.of(2026, 3, 24));
            assertThat(now.dueAt()).isEqualTo(Instant.parse("2026-03-24T16:00:00Z"));
            assertThat(deadlines.explain(now)).contains("台风停工 03-20").contains("2026-03-24");
        });
        assertThat(moved.events).containsExactly(new DueDatesMoved(
                List.of(new DueDatesMoved.Moved(subject, DeadlineRule.D6, LocalDate.of(2026, 3, 24)))));
        assertThat(deadlines.due(DeadlineRule.D6, START).dueDate()).isEqualTo(LocalDate.of(2026, 3, 24));
    }

    @Test
    void a_day_that_was_set_can_be_taken_back() {
        start(DeadlineRule.D6, START);
        change(new SetDay(LocalDate.of(2026, 3, 20), false, "台风停工"));
        change(new SetDay(LocalDate.of(2026, 3, 21), true, "台风停工"));
        assertThat(dueOn(DeadlineRule.D6)).isEqualTo(OLD_DUE);
        change(new RemoveDay(LocalDate.of(2026, 3, 20)));
        assertThat(dueOn(DeadlineRule.D6)).isEqualTo(LocalDate.of(2026, 3, 21));
        assertThatThrownBy(() -> changing.preview(new RemoveDay(LocalDate.of(2026, 3, 20)))).isInstanceOf(Absent.class);
        assertThat(years.of(2026).days()).anySatisfy(day -> {
            assertThat(day.day()).isEqualTo(new SpecialDay(LocalDate.of(2026, 3, 21), true, "台风停工"));
            assertThat(day.setBy()).isEqualTo("root");
        });
    }

    @Test
    void deadlines_that_did_not_look_at_the_day_and_ended_ones_stay() {
        start(DeadlineRule.D6, START);
        start(DeadlineRule.D7, START);
        transaction.executeWithoutResult(t -> clocks.meet(DeadlineRule.D7, subject, Instant.now(), ""));
        start(DeadlineRule.D10, LocalDate.of(2026, 3, 20));
        // Within its months, but not at their end.
        start(DeadlineRule.D8, LocalDate.of(2026, 1, 15));
        assertThat(change(new SetDay(LocalDate.of(2026, 3, 24), false, "停工")).moved()).isZero();
        assertThat(change(new SetDay(LocalDate.of(2026, 3, 9), false, "停工")).moved()).isZero();
        assertThat(change(new SetDay(LocalDate.of(2026, 3, 20), false, "停工")).moved()).isEqualTo(1);
        assertThat(clocks.of(subject)).extracting(Deadline::dueOn).containsExactly(
                LocalDate.of(2026, 3, 25), OLD_DUE, LocalDate.of(2026, 3, 23), LocalDate.of(2026, 7, 15));
        // D6 counts past the 24th now, which was set before.
    }

    @Test
    void a_provisional_deadline_is_settled_by_the_arrangement_as_if_it_had_been_known() {
        Deadline moving = start(DeadlineRule.D8, LocalDate.of(2026, 7, 1));
        Deadline settling = start(DeadlineRule.D5, LocalDate.of(2026, 12, 14));
        assertThat(moving.provisional()).isTrue();
        assertThat(moving.dueOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(settling.dueOn()).isEqualTo(LocalDate.of(2027, 1, 11));
        ImportYear arrangement = new ImportYear(2027, List.of(
                off("2027-01-01", "元旦"), made("2027-01-09", "元旦")), "ab".repeat(32));

        Moves moves = change(arrangement);
        assertThat(moves.moved()).isEqualTo(1);
        assertThat(moves.settled()).isEqualTo(1);
        assertThat(dueOn(DeadlineRule.D8)).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(dueOn(DeadlineRule.D5)).isEqualTo(LocalDate.of(2027, 1, 11));
        assertThat(clocks.of(subject)).noneMatch(Deadline::provisional);

        DeadlineSubject later = cases.next(DeadlineSubject.Kind.RETURN);
        Deadline fresh = transaction.execute(t -> clocks.start(DeadlineRule.D5, later, LocalDate.of(2026, 12, 14)));
        assertThat(fresh.dueOn()).isEqualTo(dueOn(DeadlineRule.D5));
        assertThat(years.of(2027).source()).isEqualTo(CalendarYear.Source.IMPORTED);
        assertThat(years.of(2027).fileDigest()).isEqualTo("ab".repeat(32));
        assertThat(years.of(2026).source()).isEqualTo(CalendarYear.Source.LIBRARY);
        assertThat(years.of(2028).source()).isEqualTo(CalendarYear.Source.NONE);
    }

    @Test
    void a_release_with_a_newer_library_settles_what_the_older_one_could_not_know() {
        Deadline d6 = start(DeadlineRule.D6, LocalDate.of(2026, 1, 19));
        // As an older release would have counted and known.
        sql.update("UPDATE deadline SET due_on = '2026-02-02', due_at = '2026-02-02 16:00:00', provisional = 1");
        sql.update("UPDATE calendar_version SET library_year = 2025");
        installed.settle();
        assertThat(clocks.running(DeadlineRule.D6, subject)).contains(d6);
        assertThat(moved.events).isEmpty();

        sql.update("UPDATE deadline SET due_on = '2026-02-03', due_at = '2026-02-03 16:00:00', provisional = 1");
        installed.settle();
        assertThat(dueOn(DeadlineRule.D6)).as("settled before").isEqualTo(LocalDate.of(2026, 2, 3));
        sql.update("UPDATE calendar_version SET library_year = 2025");
        installed.settle();
        assertThat(clocks.running(DeadlineRule.D6, subject)).contains(d6);
        assertThat(moved.events).hasSize(1);
    }

    @Test
    void the_same_arrangement_again_moves_nothing() {
        start(DeadlineRule.D8, LocalDate.of(2026, 7, 1));
        ImportYear arrangement = new ImportYear(2027, List.of(off("2027-01-01", "元旦")), "ab".repeat(32));
        assertThat(change(arrangement).moved()).isEqualTo(1);
        moved.events.clear();
        Moves again = change(arrangement);
        assertThat(again).isEqualTo(new Moves(0, 0, 0, List.of()));
        assertThat(moved.events).isEmpty();
    }

    @Test
    void an_override_is_stronger_than_the_arrangement_that_arrives_after_it() {
        start(DeadlineRule.D8, LocalDate.of(2026, 7, 1));
        change(new SetDay(LocalDate.of(2027, 1, 1), true, "值班"));
        change(new ImportYear(2027, List.of(off("2027-01-01", "元旦")), "ab".repeat(32)));
        assertThat(dueOn(DeadlineRule.D8)).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void of_two_administrators_at_once_the_second_is_told_what_changed() {
        start(DeadlineRule.D6, START);
        SetDay mine = new SetDay(LocalDate.of(2026, 3, 19), false, "停工");
        SetDay theirs = new SetDay(LocalDate.of(2026, 3, 20), false, "停工");
        String myPreview = changing.preview(mine).token();
        changing.change(OTHER_ADMINISTRATOR, theirs, changing.preview(theirs).token());

        assertThatThrownBy(() -> changing.change(ADMINISTRATOR, mine, myPreview))
                .isInstanceOfSatisfying(CalendarChanged.class, refusal ->
                        assertThat(messages.getMessage(refusal, Locale.SIMPLIFIED_CHINESE))
                                .startsWith("预览之后，管理员乙于 ")
                                .endsWith(" 更改了工作日历（2026-03-20），请重新预览后再办理"));
        assertThat(dueOn(DeadlineRule.D6)).isEqualTo(LocalDate.of(2026, 3, 24));
        assertThat(years.of(2026).days()).noneMatch(day -> day.day().day().equals(mine.day()));
    }

    @Test
    void a_change_needs_the_preview_of_this_very_change() {
        SetDay previewed = new SetDay(LocalDate.of(2026, 3, 19), false, "停工");
        String token = changing.preview(previewed).token();
        SetDay other = new SetDay(LocalDate.of(2026, 3, 19), true, "停工");
        for (String wrong : new String[] {null, "", "x", token + "0", "0-", "99999999999999999999-0011223344556677"}) {
            assertThatThrownBy(() -> changing.change(ADMINISTRATOR, previewed, wrong))
                    .as("%s", wrong)
                    .isInstanceOf(PreviewDiffers.class);
        }
        assertThatThrownBy(() -> changing.change(ADMINISTRATOR, other, token)).isInstanceOf(PreviewDiffers.class);
    }

    @Test
    void only_the_administrator_changes_the_calendar() {
        SetDay day = new SetDay(LocalDate.of(2026, 3, 19), false, "停工");
        String token = changing.preview(day).token();
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                Staff staff = new Staff("someone", "某人", role, scope(role), "");
                assertThatThrownBy(() -> changing.change(staff, day, token)).isInstanceOf(RoleNotAllowed.class);
            }
        }
    }

    @Test
    void the_trail_tells_who_changed_which_day_from_what_to_what() {
        LocalDate day = LocalDate.of(2040, 5, 7);
        Deed.Subject key = new Deed.Subject(Deed.Subject.Kind.WORKING_DAYS, day.toString());
        int before = trail.of(key).size();
        change(new SetDay(day, false, "停工"));
        change(new SetDay(day, false, "台风停工"));
        change(new RemoveDay(day));
        assertThat(trail.of(key)).hasSize(before + 3).element(before + 1).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("WORKING_DAY_SET");
            assertThat(entry.actor().username()).isEqualTo("root");
            assertThat(entry.before()).containsEntry("name", "停工");
            assertThat(entry.after()).containsEntry("name", "台风停工").containsEntry("deadlinesMoved", "0");
        });
    }

    @Test
    void who_listens_and_fails_undoes_the_change() {
        start(DeadlineRule.D6, START);
        SetDay day = new SetDay(LocalDate.of(2026, 3, 20), false, "停工");
        String token = changing.preview(day).token();
        moved.failing = true;
        try {
            assertThatThrownBy(() -> changing.change(ADMINISTRATOR, day, token))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            moved.failing = false;
        }
        assertThat(dueOn(DeadlineRule.D6)).isEqualTo(OLD_DUE);
        assertThat(changing.preview(day).token()).isEqualTo(token);
        assertThat(deadlines.due(DeadlineRule.D6, START).dueDate()).isEqualTo(OLD_DUE);
    }

    @Test
    void a_clock_that_is_being_started_is_not_left_behind_by_the_old_calendar() throws Exception {
        SetDay day = new SetDay(LocalDate.of(2026, 3, 20), false, "停工");
        String token = changing.preview(day).token();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> act = two.submit(() -> transaction.executeWithoutResult(t -> {
                clocks.start(DeadlineRule.D6, subject, START);
                started.countDown();
                await(mayCommit);
            }));
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            Future<Moves> change = two.submit(() -> changing.change(ADMINISTRATOR, day, token));
            assertThatThrownBy(() -> change.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            mayCommit.countDown();
            act.get(10, TimeUnit.SECONDS);
            assertThat(change.get(10, TimeUnit.SECONDS).moved()).isEqualTo(1);
        } finally {
            mayCommit.countDown();
            two.shutdown();
        }
        assertThat(dueOn(DeadlineRule.D6)).isEqualTo(LocalDate.of(2026, 3, 24));
    }

    @Test
    void a_change_that_loses_a_deadlock_with_an_act_is_done_again() throws Exception {
        start(DeadlineRule.D6, START);
        DeadlineSubject next = cases.next(DeadlineSubject.Kind.RETURN);
        SetDay day = new SetDay(LocalDate.of(2026, 3, 20), false, "停工");
        String token = changing.preview(day).token();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Moves> change = transaction.execute(t -> {
                // The server gives up who wrote less: the act writes much before it meets the change.
                for (int i = 0; i < 300; i++) {
                    sql.update("INSERT INTO day_override VALUES (?, 0, '', 'act', NOW(3))", LocalDate.of(2050, 1, 1).plusDays(i));
                }
                sql.update("DELETE FROM day_override WHERE set_by = 'act'");
                sql.queryForList("SELECT id FROM deadline WHERE subject_id = ? FOR UPDATE", subject.id());
                Future<Moves> begun = other.submit(() -> changing.change(ADMINISTRATOR, day, token));
                assertThatThrownBy(() -> begun.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                clocks.start(DeadlineRule.D7, next, LocalDate.of(2026, 3, 23));
                return begun;
            });
            assertThat(change.get(20, TimeUnit.SECONDS).moved()).isEqualTo(1);
        } finally {
            other.shutdown();
        }
        assertThat(dueOn(DeadlineRule.D6)).isEqualTo(LocalDate.of(2026, 3, 24));
    }

    @Test
    void another_instance_starts_clocks_by_the_new_calendar_at_once() {
        calendar.get();
        // What another instance writes: this one is not told.
        sql.update("INSERT INTO day_override VALUES ('2026-03-20', 0, '停工', 'root', NOW(3))");
        sql.update("UPDATE calendar_version SET version = version + 1");
        assertThat(start(DeadlineRule.D6, START).dueOn()).isEqualTo(LocalDate.of(2026, 3, 24));
    }

    private Moves change(CalendarChange change) {
        return changing.change(ADMINISTRATOR, change, changing.preview(change).token());
    }

    private Deadline start(DeadlineRule rule, LocalDate day) {
        return transaction.execute(t -> clocks.start(rule, subject, day));
    }

    private LocalDate dueOn(DeadlineRule rule) {
        return clocks.running(rule, subject).orElseThrow().dueOn();
    }

    private static SpecialDay off(String day, String name) {
        return new SpecialDay(LocalDate.parse(day), false, name);
    }

    private static SpecialDay made(String day, String name) {
        return new SpecialDay(LocalDate.parse(day), true, name);
    }

    private static Scope scope(Role role) {
        return switch (role.scope()) {
            case INSTITUTION -> Scope.ofInstitution(1);
            case CITY -> Scope.ofCity("440100");
            case PROVINCE -> Scope.ofProvince();
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let it commit.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
