package io.zhengxun.registry.submission.review;

import static io.zhengxun.registry.submission.BatchCases.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.SpecialDay;
import io.zhengxun.registry.deadline.WorkingDays;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class WorkQueueTest {

    private static final int LIMIT = 200;

    @Autowired
    WorkQueue queue;

    @Autowired
    BatchCases cases;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private Institution institution;
    private LocalDate today;

    @BeforeEach
    void an_institution_of_its_own() {
        institution = cases.institution(Tier.MUNICIPAL);
        today = LegalTime.dayOf(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_DATA_MANAGER, MUNICIPAL, RECEIVED CITY_REVIEW CITY_REVIEWED CITY_APPROVED",
        "CITY_LEAD, MUNICIPAL, RECEIVED CITY_REVIEW CITY_REVIEWED CITY_APPROVED",
        "PROVINCE_REVIEWER, MUNICIPAL, PROVINCE_REVIEW PROVINCE_REVIEWED PROVINCE_APPROVED",
        "PROVINCE_LEAD, PROVINCIAL, RECEIVED PROVINCE_REVIEW PROVINCE_REVIEWED PROVINCE_APPROVED",
        "INSTITUTION_DATA_MANAGER, MUNICIPAL, DRAFT RETURNED_BY_CITY RETURNED_BY_PROVINCE RETURNED_BY_MINISTRY",
        "CITY_DATA_MANAGER, PROVINCIAL, ''",
    })
    void each_sees_what_lies_at_the_own_desk(Role role, Tier tier, String stages) {
        Institution own = cases.institution(tier);
        for (Stage stage : Stage.values()) {
            if (stage.occursFor(tier)) {
                cases.at(stage, own);
            }
        }
        Staff reader = staff(role, own);
        if (stages.isEmpty()) {
            assertThatThrownBy(() -> page(of(own), reader)).isInstanceOf(Absent.class);
        } else {
            assertThat(page(of(own), reader)).extracting(item -> item.batch().stage().name())
                    .containsExactlyInAnyOrder(stages.split(" "));
        }
    }

    @Test
    void the_most_urgent_come_first_and_pages_go_on_where_the_last_one_ended() {
        List<Submission> batches = new ArrayList<>();
        for (int days : new int[] {9, 2, 5, 2, -3, 5, 2}) {
            batches.add(due(cases.at(Stage.CITY_REVIEW, institution), today.plusDays(days)));
        }
        batches.add(due(cases.at(Stage.CITY_REVIEW, institution), null));
        batches.add(due(cases.at(Stage.CITY_REVIEW, institution), null));
        List<Submission> expected =
                List.of(7, 8, 4, 1, 3, 6, 2, 5, 0).stream().map(batches::get).toList();
        Staff reviewer = staff(Role.CITY_DATA_MANAGER, institution);

        for (int size = 1; size <= batches.size() + 1; size++) {
            assertThat(allPages(of(institution), size, reviewer)).as("pages of %d", size)
                    .extracting(item -> item.batch().number())
                    .isEqualTo(expected.stream().map(Submission::number).toList());
        }
    }

    @Test
    void filters_narrow_the_queue() {
        Staff reviewer = BatchCases.staff("filtering-" + institution.id(), Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY));
        Submission mine = due(handled(cases.at(Stage.CITY_REVIEW, institution), reviewer.username()), today.plusDays(4));
        Submission others = due(handled(cases.at(Stage.CITY_REVIEW, institution), "another"), today.minusDays(1));
        Submission received = due(cases.at(Stage.RECEIVED, institution), today);
        String prefix = institution.numberPrefix();

        assertThat(numbers(new QueueFilter(null, prefix, false, null, false), reviewer))
                .containsExactly(others.number(), received.number(), mine.number());
        assertThat(numbers(new QueueFilter(null, null, true, null, false), reviewer)).containsExactly(mine.number());
        assertThat(numbers(new QueueFilter(Stage.RECEIVED, prefix, false, null, false), reviewer))
                .containsExactly(received.number());
        assertThat(numbers(new QueueFilter(null, prefix, false, today, false), reviewer))
                .containsExactly(others.number(), received.number());
        assertThat(numbers(new QueueFilter(null, prefix, false, null, true), reviewer)).containsExactly(others.number());
        assertThat(numbers(new QueueFilter(null, prefix, false, today.minusDays(2), true), reviewer)).isEmpty();
        assertThat(numbers(new QueueFilter(Stage.CITY_REVIEW, prefix, true, today.plusDays(4), false), reviewer))
                .containsExactly(mine.number());
        assertThat(numbers(new QueueFilter(Stage.PUBLISHED, prefix, false, null, false), reviewer)).isEmpty();
    }

    @Test
    void the_provinces_received_are_those_of_its_own_institutions() {
        Institution provincial = cases.institution(Tier.PROVINCIAL);
        Submission own = due(cases.at(Stage.RECEIVED, provincial), today.minusYears(20));
        Submission citys = due(cases.at(Stage.RECEIVED, institution), today.minusYears(20));

        assertThat(numbers(new QueueFilter(Stage.RECEIVED, null, false, null, false), staff(Role.PROVINCE_LEAD, provincial)))
                .contains(own.number())
                .doesNotContain(citys.number());
    }

    @Test
    void an_institution_outside_of_the_scope_is_absent() {
        Staff elsewhere = BatchCases.staff("elsewhere", Role.CITY_LEAD, Scope.ofCity(BatchCases.CITY_ELSEWHERE));
        Staff other = staff(Role.INSTITUTION_DATA_MANAGER, cases.institution(Tier.MUNICIPAL));
        Staff city = staff(Role.CITY_LEAD, institution);

        assertThatThrownBy(() -> page(of(institution), elsewhere)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> page(of(institution), other)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> page(new QueueFilter(null, "S999999999999", false, null, false), city))
                .isInstanceOf(Absent.class);
    }

    @Test
    void an_item_tells_what_the_person_may_do_now() {
        Submission batch = cases.at(Stage.CITY_REVIEWED, institution);
        Staff passedIt = BatchCases.staff("earlier-reviewer", Role.CITY_LEAD, Scope.ofCity(BatchCases.CITY));

        assertThat(acts(batch, staff(Role.CITY_LEAD, institution))).containsExactly(Act.SEND_BACK, Act.APPROVE);
        assertThat(acts(batch, passedIt)).isEmpty();
        assertThat(acts(batch, staff(Role.CITY_DATA_MANAGER, institution))).isEmpty();
    }

    private List<Act> acts(Submission batch, Staff by) {
        return page(of(institution), by).stream()
                .filter(item -> item.batch().equals(batch))
                .findFirst()
                .orElseThrow()
                .acts();
    }

    @Test
    void an_item_tells_how_much_time_is_left() {
        due(cases.at(Stage.CITY_REVIEW, institution), today);
        due(cases.at(Stage.CITY_REVIEW, institution), today.minusDays(40));
        due(cases.at(Stage.CITY_REVIEW, institution), null);

        List<WorkItem> items = page(of(institution), staff(Role.CITY_LEAD, institution));

        assertThat(items.get(0)).extracting(WorkItem::daysLeft, WorkItem::overdue).containsExactly(null, false);
        assertThat(items.get(1).daysLeft()).isBetween(-40, -20);
        assertThat(items.get(1).overdue()).isTrue();
        assertThat(items.get(2)).extracting(WorkItem::daysLeft, WorkItem::overdue).containsExactly(0, false);
    }

    /** Thu 1 Oct to Wed 7 Oct 2026 are off, Sat 10 Oct is made up. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-09-30, 0", "2026-09-30, 2026-10-08, 1", "2026-09-30, 2026-10-12, 4", "2026-10-01, 2026-10-08, 1",
        "2026-10-08, 2026-09-30, -1", "2026-10-03, 2026-10-02, 0", "2026-10-12, 2026-10-09, -2",
    })
    void days_are_counted_in_working_days(LocalDate today, LocalDate dueOn, int left) {
        List<SpecialDay> days = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            days.add(new SpecialDay(LocalDate.of(2026, 10, day), false, "国庆节"));
        }
        days.add(new SpecialDay(LocalDate.of(2026, 10, 10), true, "国庆节"));
        assertThat(new WorkingDaysLeft(new WorkingDays(days), today).until(dueOn)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-14, 5", "'', 9223372036854775807"})
    void a_place_survives_its_text(String day, long id) {
        QueueKey key = new QueueKey(day.isEmpty() ? null : LocalDate.parse(day), id);
        assertThat(QueueKey.of(key.text())).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "MjAyNg", "MjAyNi0xMy0wMS81", "LS94", "LQ", "'%%%'"})
    void a_text_that_is_no_place_is_refused(String text) {
        assertThatThrownBy(() -> QueueKey.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static QueueFilter of(Institution institution) {
        return new QueueFilter(null, institution.numberPrefix(), false, null, false);
    }

    private List<WorkItem> page(QueueFilter filter, Staff by) {
        return queue.page(filter, null, LIMIT, by).items();
    }

    private List<String> numbers(QueueFilter filter, Staff by) {
        return page(filter, by).stream().map(item -> item.batch().number()).toList();
    }

    private List<WorkItem> allPages(QueueFilter filter, int size, Staff by) {
        List<WorkItem> all = new ArrayList<>();
        QueueKey after = null;
        do {
            WorkQueue.Page page = queue.page(filter, after, size, by);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private Submission due(Submission batch, LocalDate day) {
        jdbc.update("UPDATE submission SET due_on = ? WHERE id = ?", day, batch.id());
        return batch;
    }

    private Submission handled(Submission batch, String username) {
        jdbc.update("UPDATE submission SET handler = ? WHERE id = ?", username, batch.id());
        return batch;
    }
}
