package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.CalendarChange.ImportYear;
import io.zhengxun.registry.deadline.CalendarChange.RemoveDay;
import io.zhengxun.registry.deadline.CalendarChange.SetDay;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Killed between any two statements, the calendar changes with all deadlines that move, or nothing does (T2). */
@KilledTest
class KilledCalendarTest {

    private static final Staff ADMINISTRATOR =
            new Staff("root", "测试", Role.ADMINISTRATOR, Scope.ofProvince(), "192.0.2.1");

    @Autowired
    EveryStep everyStep;

    @Autowired
    ChangingCalendar changing;

    @Autowired
    InstalledArrangements installed;

    @Autowired
    WorkingDayCalendar calendar;

    @Autowired
    Clocks clocks;

    @Autowired
    DeadlineCases deadlines;

    @Autowired
    BatchCases cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    @BeforeEach
    @AfterEach
    void pristine() {
        for (String table : List.of("deadline", "day_override", "arranged_day", "year_arrangement")) {
            sql.update("DELETE FROM " + table);
        }
        calendar.forget();
    }

    @Test
    void a_day_is_set_and_taken_back_with_the_batches_that_move_or_not_at_all() {
        Submission batch = cases.at(Stage.CITY_REVIEW, cases.institution(Tier.MUNICIPAL));
        LocalDate due = batch.dueOn();

        assertThat(killed(new SetDay(due, false, "台风停工"))).isGreaterThan(8);
        assertThat(cases.now(batch).dueOn()).isAfter(due);
        assertThat(clocks.running(DeadlineRule.D2, Workflow.subject(batch)).orElseThrow().dueOn())
                .isEqualTo(cases.now(batch).dueOn());

        assertThat(killed(new RemoveDay(due))).isGreaterThan(8);
        assertThat(cases.now(batch).dueOn()).isEqualTo(due);
    }

    @Test
    void a_year_is_arranged_with_the_deadlines_that_it_settles_or_not_at_all() {
        DeadlineSubject subject = deadlines.next(DeadlineSubject.Kind.RETURN);
        int year = YearCalendar.lastPublished() + 1;
        LocalDate newYear = LocalDate.of(year, 1, 1);
        Deadline provisional =
                transaction.execute(status -> clocks.start(DeadlineRule.D8, subject, newYear.minusMonths(6)));
        assertThat(provisional.provisional()).isTrue();

        assertThat(killed(new ImportYear(
                        year, List.of(new SpecialDay(newYear, false, "元旦")), "ab".repeat(32))))
                .isGreaterThan(8);
        assertThat(clocks.running(DeadlineRule.D8, subject).orElseThrow()).satisfies(settled -> {
            assertThat(settled.provisional()).isFalse();
            assertThat(settled.dueOn()).isAfter(newYear);
        });
    }

    @Test
    void a_release_with_a_newer_library_settles_all_or_nothing() {
        DeadlineSubject subject = deadlines.next(DeadlineSubject.Kind.RETURN);
        int year = YearCalendar.lastPublished();
        transaction.execute(status -> clocks.start(DeadlineRule.D6, subject, LocalDate.of(year, 3, 9)));
        sql.update("UPDATE deadline SET due_on = due_on + INTERVAL 1 DAY, due_at = due_at + INTERVAL 1 DAY, provisional = 1");
        sql.update("UPDATE calendar_version SET library_year = ?", year - 1);

        assertThat(everyStep.kill(installed::settle)).isGreaterThan(6);
        assertThat(clocks.running(DeadlineRule.D6, subject).orElseThrow().provisional()).isFalse();
    }

    private int killed(CalendarChange change) {
        String token = changing.preview(change).token();
        return everyStep.kill(() -> changing.change(ADMINISTRATOR, change, token));
    }
}
