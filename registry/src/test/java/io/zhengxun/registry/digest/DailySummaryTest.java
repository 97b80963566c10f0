package io.zhengxun.registry.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a centre's staff are told in the morning: figures of their own work, and nothing if there is none. */
@RegistryTest
class DailySummaryTest {

    /** No other test files institutions there. */
    private static final String CITY = "445300";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 27);

    @Autowired
    private DailySummary summary;

    @Autowired
    private CentreWork work;

    @Autowired
    private WatchCases cases;

    @Autowired
    private BatchCases batches;

    @Autowired
    private JdbcTemplate sql;

    @BeforeEach
    @AfterEach
    void clear() {
        cases.clear();
    }

    @Test
    void a_centre_is_told_what_is_due_within_three_working_days_and_what_is_overdue() {
        long institution = cases.institution(CITY);
        for (int day : new int[] {26, 20, 27, 30}) {
            cases.deadline(DeadlineRule.D2, institution, CITY, LocalDate.of(2026, 3, day));
        }
        cases.deadline(DeadlineRule.D10, institution, CITY, LocalDate.of(2026, 4, 1));
        cases.deadline(DeadlineRule.D2, institution, CITY, LocalDate.of(2026, 4, 2));
        cases.deadline(DeadlineRule.D1, institution, CITY, LocalDate.of(2026, 3, 26));
        cases.meet(cases.deadline(DeadlineRule.D2, institution, CITY, LocalDate.of(2026, 3, 26)));
        long contact = cases.contactOf(CITY);
        cases.contact(null, CITY, null, Duty.RETURNS);

        assertThat(summary.run(TODAY)).isPresent();

        assertThat(ofCity()).containsExactly("summary:2026-03-27:C" + contact);
        assertThat(cases.row("summary:2026-03-27:C" + contact))
                .containsEntry("region_code", CITY).containsEntry("kind", "SUMMARY").containsEntry("state", "QUEUED");
        assertThat(work.facts(TODAY).get(CITY)).isEqualTo(Map.of(
                "day", "2026-03-27", "owner", "云浮市技能中心", "waiting", "0", "dueSoon", "3", "overdue", "2",
                "unnotified", "0"));
    }

    @Test
    void the_province_is_told_of_its_own_work_in_all_regions() {
        cases.deadline(DeadlineRule.D3, cases.institution(CITY), CITY, TODAY);
        cases.deadline(DeadlineRule.D3, cases.institution("440000"), "440000", TODAY);
        cases.deadline(DeadlineRule.D10, cases.institution("440000"), "440000", LocalDate.of(2026, 3, 26));
        cases.deadline(DeadlineRule.D2, cases.institution(CITY), CITY, TODAY);
        assertThat(work.facts(TODAY).get("440000")).containsEntry("dueSoon", "2").containsEntry("overdue", "1");
        assertThat(work.facts(TODAY).get(CITY)).containsEntry("dueSoon", "1").containsEntry("overdue", "0");
    }

    @Test
    void batches_at_the_desk_and_returns_not_passed_on_are_counted() {
        int before = figure("waiting");
        Institution institution = batches.institution(Tier.MUNICIPAL);
        batches.at(Stage.CITY_REVIEW, institution);
        Submission atProvince = batches.at(Stage.PROVINCE_REVIEW, institution);
        assertThat(figure("waiting")).isEqualTo(before + 1);
        int returned = figure("unnotified");
        sql.update("""
                INSERT INTO submission_return (number, submission_id, institution_id, region_code, returned_by, row_count,
                    remark, recorded_by, recorded_at, state, version)
                VALUES (?, ?, ?, ?, 'PROVINCE', 1, '', 'tester', UTC_TIMESTAMP(3), 'RECORDED', 0)""",
                "TH" + atProvince.number().substring(2), atProvince.id(), institution.id(), institution.regionCode());
        assertThat(figure("unnotified")).isEqualTo(returned + 1);
    }

    /** Of Guangzhou, where the batches of tests lie. */
    private int figure(String name) {
        return Integer.parseInt(work.facts(TODAY).getOrDefault("440100", Map.of()).getOrDefault(name, "0"));
    }

    @Test
    void a_centre_without_work_is_not_told() {
        cases.contactOf(CITY);
        assertThat(summary.run(TODAY)).isPresent();
        assertThat(ofCity()).isEmpty();
    }

    @Test
    void a_centre_with_work_and_without_contacts_is_in_the_work_list_for_the_day() {
        cases.deadline(DeadlineRule.D2, cases.institution(CITY), CITY, TODAY);
        summary.run(TODAY);
        assertThat(states()).containsExactly("GAVE_UP NO_RECIPIENT");

        summary.run(TODAY.plusDays(3));
        assertThat(states()).containsExactly("OBSOLETE EARLIER_DAY", "GAVE_UP NO_RECIPIENT");

        cases.contactOf(CITY);
        summary.run(TODAY.plusDays(4));
        assertThat(states()).contains("QUEUED ");
    }

    /** Others' tests leave work in other cities. */
    private List<String> ofCity() {
        return sql.queryForList("SELECT notice_key FROM notice WHERE region_code = ? ORDER BY notice_key", String.class, CITY);
    }

    private List<String> states() {
        return sql.queryForList("SELECT CONCAT(state, ' ', cause) FROM notice WHERE region_code = ? ORDER BY id", String.class,
                CITY);
    }

    @Test
    void once_a_day_over_all_instances() {
        cases.deadline(DeadlineRule.D2, cases.institution(CITY), CITY, TODAY);
        cases.contactOf(CITY);
        assertThat(summary.run(TODAY)).isPresent();
        assertThat(summary.run(TODAY)).isEmpty();
        assertThat(summary.run(TODAY.plusDays(3))).isPresent();
        assertThat(ofCity()).hasSize(2);
    }
}
