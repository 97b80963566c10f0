package io.zhengxun.registry.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Killed before any of its statements and taken over by the next, a run tells everything once (T5, T7). */
@KilledTest
class KilledDeadlineRunTest {

    private static final String CITY = "440600";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 30);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 27);

    @Autowired
    EveryStep everyStep;

    @Autowired
    DeadlineRun run;

    @Autowired
    DailySummary summary;

    @Autowired
    WatchCases cases;

    @Autowired
    JdbcTemplate sql;

    @AfterEach
    void clear() {
        cases.clear();
    }

    @Test
    void a_run_that_is_killed_anywhere_is_finished_by_the_next() {
        List<Map<String, Object>> expected = null;
        boolean killed = true;
        int steps = 0;
        for (; killed; steps++) {
            prepare();
            killed = everyStep.killedAt(steps, () -> run.run(TODAY));
            if (killed) {
                cases.letLeasesRunOut();
                run.run(TODAY);
            } else {
                expected = told();
            }
            assertThat(told()).as("killed at step %d", steps).hasSize(6);
            assertThat(sql.queryForList("SELECT state FROM watch_run", String.class)).containsExactly("ENDED");
            assertThat(sql.queryForObject("SELECT COUNT(*) FROM deadline_alert", Integer.class)).isEqualTo(10);
            assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice_decision", Integer.class)).isEqualTo(4);
        }
        assertThat(steps).isGreaterThan(20);
        assertThat(expected).extracting(row -> row.get("count")).containsExactly("4", "4", "2", "1", "2", "1");
    }

    /** Killed again and again, it comes through all the same. */
    @Test
    void a_run_that_is_killed_each_time_a_little_later_ends() {
        prepare();
        boolean killed = true;
        for (int steps = 3; killed; steps++) {
            killed = everyStep.killedAt(steps, () -> run.run(TODAY));
            cases.letLeasesRunOut();
        }
        run.run(TODAY);
        assertThat(told()).extracting(row -> row.get("count")).containsExactly("4", "4", "2", "1", "2", "1");
    }

    @Test
    void the_mornings_summaries_are_written_all_or_none_and_by_the_next_if_killed() {
        boolean killed = true;
        for (int steps = 0; killed; steps++) {
            prepare();
            killed = everyStep.killedAt(steps, () -> summary.run(TODAY));
            cases.letLeasesRunOut();
            summary.run(TODAY);
            // Others' tests leave work in a city without contacts.
            assertThat(cases.notices().stream().filter(key -> key.contains(":C"))).as("killed at step %d", steps).hasSize(2);
        }
    }

    /** An institution and its city, each with two contacts or one, and work of each kind. */
    private void prepare() {
        cases.clear();
        long institution = cases.institution(CITY);
        cases.contactOf(institution, CITY);
        cases.contactOf(institution, CITY);
        cases.contactOf(CITY);
        cases.contactOf("440000");
        cases.deadline(DeadlineRule.D7, institution, CITY, FRIDAY);
        cases.deadline(DeadlineRule.D7, institution, CITY, FRIDAY);
        cases.deadline(DeadlineRule.D6, institution, CITY, TODAY);
        cases.deadline(DeadlineRule.D1, institution, CITY, TODAY.plusDays(1));
        cases.deadline(DeadlineRule.D2, institution, CITY, FRIDAY);
        cases.deadline(DeadlineRule.D10, institution, CITY, TODAY);
        cases.deadline(DeadlineRule.D3, institution, CITY, TODAY.plusDays(1));
    }

    /** Every notice with how much it tells, in the order of kinds and recipients. */
    private List<Map<String, Object>> told() {
        return sql.queryForList("""
                SELECT n.notice_key, JSON_UNQUOTE(JSON_EXTRACT(n.facts, '$.count')) AS count FROM notice n
                JOIN deadline_digest d ON d.notice_id = n.id ORDER BY n.kind, n.recipient_id""");
    }
}
