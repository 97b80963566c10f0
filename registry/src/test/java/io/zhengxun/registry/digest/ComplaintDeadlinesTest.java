package io.zhengxun.registry.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintCategory;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.FilingComplaint;
import io.zhengxun.registry.complaint.HandlingComplaint;
import io.zhengxun.registry.complaint.NewComplaint;
import io.zhengxun.registry.complaint.OrderedComplaint;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.alert.Owner;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Complaints in the deadline watch: the centre is alerted of its own, the institution of its statement (D11, T5, T7). */
@RegistryTest
class ComplaintDeadlinesTest {

    private static final String CITY = "440500";
    private static final String PROVINCE = "440000";
    /** A Thursday. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 19);

    @Autowired
    private DeadlineRun run;

    @Autowired
    private Digests digests;

    @Autowired
    private DeadlineItems items;

    @Autowired
    private OwedDeadlines owed;

    @Autowired
    private WatchCases cases;

    @Autowired
    private FilingComplaint filing;

    @Autowired
    private HandlingComplaint handling;

    @Autowired
    private JdbcTemplate sql;

    private long institution;
    private long ofInstitution;
    private long ofCity;
    private long ofProvince;
    private Complaint filed;

    @BeforeEach
    void a_complaint_about_a_municipal_institution() {
        cases.clear();
        institution = cases.institution(CITY);
        ofInstitution = cases.contactOf(institution, CITY);
        ofCity = cases.contactOf(CITY);
        ofProvince = cases.contactOf(PROVINCE);
        filed = filing.file(
                new NewComplaint(
                        ComplaintCategory.CONDUCT, new ComplaintText("打电话没人接"), List.of(), "", institution,
                        UUID.randomUUID().toString()),
                "o" + UUID.randomUUID());
    }

    @AfterEach
    void end() {
        cases.clear();
    }

    private void due(DeadlineRule rule, LocalDate day) {
        sql.update(
                "UPDATE deadline SET start_on = '2026-03-02', started_at = '2026-03-02 02:00:00', due_on = ?, due_at = ?"
                        + " WHERE rule = ? AND subject_kind = 'COMPLAINT' AND subject_id = ?",
                day, Timestamp.from(LegalTime.endOf(day)), rule.name(), filed.id());
    }

    @Test
    void the_centres_contacts_are_alerted_and_nobody_of_the_institution() {
        due(DeadlineRule.D11_ANSWER, DUE);
        due(DeadlineRule.D11_RESOLUTION, DUE.plusDays(30));
        run.run(DUE);

        String key = "deadlines:2026-03-19:C" + ofCity;
        assertThat(cases.notices()).containsExactly(key);
        assertThat(cases.row(key)).containsEntry("institution_id", null).containsEntry("region_code", CITY);
        assertThat(digests.now(List.of(cases.notice(key)), DUE).get(cases.notice(key)).facts())
                .containsEntry("count", "1")
                .containsEntry("first", "首次答复投诉 " + filed.number());
        assertThat(items.of(cases.notice(key))).singleElement().satisfies(item -> {
            assertThat(item.subject()).isEqualTo(filed.number());
            assertThat(item.institution()).contains("汕头");
        });
    }

    @Test
    void a_missed_one_escalates_to_the_province() {
        due(DeadlineRule.D11_ANSWER, DUE);
        due(DeadlineRule.D11_RESOLUTION, DUE.plusDays(30));
        run.run(DUE.plusDays(1));

        String key = "escalation:2026-03-20:C" + ofProvince;
        assertThat(cases.notices()).containsExactly("deadlines:2026-03-20:C" + ofCity, key);
        assertThat(digests.now(List.of(cases.notice(key)), DUE.plusDays(1)).get(cases.notice(key)).facts())
                .hasEntrySatisfying("first", first -> assertThat(first).contains("汕头", "首次答复投诉"));
    }

    @Test
    void what_a_centre_owes_is_in_its_to_do_list_by_number() {
        assertThat(owed.of(Owner.centre(CITY), 10))
                .extracting(DeadlineItem::subject, DeadlineItem::label)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(filed.number(), "首次答复投诉"),
                        org.assertj.core.api.Assertions.tuple(filed.number(), "办结投诉"));
        assertThat(owed.of(Owner.institution(institution), 10)).isEmpty();
    }

    @Test
    void the_institution_that_is_asked_has_it_to_do_and_its_contacts_are_told() {
        Staff reviewer = new Staff(
                cases.account(Role.PROVINCE_REVIEWER.name()), "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
        Complaint taken = handling.assign(new OrderedComplaint(filed.number(), filed.version()), null, reviewer);
        handling.ask(
                new OrderedComplaint(taken.number(), taken.version()), null, new ComplaintText("请说明"), reviewer);

        assertThat(owed.of(Owner.institution(institution), 10)).singleElement().satisfies(item -> {
            assertThat(item.label()).isEqualTo("就投诉提交说明");
            assertThat(item.subject()).isEqualTo(filed.number());
        });
        due(DeadlineRule.D11_STATEMENT, DUE);
        due(DeadlineRule.D11_ANSWER, DUE.plusDays(60));
        due(DeadlineRule.D11_RESOLUTION, DUE.plusDays(60));
        run.run(DUE);
        assertThat(cases.notices()).containsExactly("deadlines:2026-03-19:C" + ofInstitution);
        run.run(DUE.plusDays(1));
        assertThat(cases.notices()).contains("escalation:2026-03-20:C" + ofCity);
    }
}
