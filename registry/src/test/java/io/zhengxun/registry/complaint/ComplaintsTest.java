package io.zhengxun.registry.complaint;

import static io.zhengxun.registry.complaint.ComplaintCases.CITY;
import static io.zhengxun.registry.complaint.ComplaintCases.WORDS;
import static io.zhengxun.registry.complaint.ComplaintCases.complaint;
import static io.zhengxun.registry.complaint.ComplaintCases.person;
import static io.zhengxun.registry.complaint.ComplaintCases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.complaint.ComplaintCases.Cases;
import io.zhengxun.registry.complaint.ComplaintCases.SettableClock;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A holder complains and is answered (X1, D11); filed on Monday 2026-11-23. */
@RegistryTest
@Import(ComplaintCases.class)
class ComplaintsTest {

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    FilingComplaint filing;

    @Autowired
    HandlingComplaint handling;

    @Autowired
    ViewingComplaint viewing;

    @Autowired
    ComplaintList list;

    @Autowired
    Clocks clocks;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate jdbc;

    private final String holder = person();
    private Institution institution;
    private Staff city;
    private Staff own;
    private Complaint filed;

    @BeforeEach
    void a_holder_complains_about_a_municipal_institution() {
        clock.reset();
        institution = cases.institution(Tier.MUNICIPAL);
        city = cases.staff(Role.CITY_DATA_MANAGER, Scope.ofCity(CITY));
        own = cases.staff(Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(institution.id()));
        filed = cases.filed(holder, institution.id());
    }

    @Test
    void both_clocks_of_d11_run_against_the_centre_from_the_day_of_filing() {
        assertThat(clocks.of(filed.subject()))
                .extracting(Deadline::rule, Deadline::dueOn, Deadline::debtor, Deadline::state)
                .containsExactly(
                        tuple(DeadlineRule.D11_ANSWER, LocalDate.of(2026, 11, 24), Debtor.CITY, Deadline.State.OPEN),
                        tuple(DeadlineRule.D11_RESOLUTION, LocalDate.of(2026, 11, 30), Debtor.CITY, Deadline.State.OPEN));
        assertThat(filed.dueOn()).isEqualTo("2026-11-24");
    }

    @Test
    void a_complaint_about_nobody_known_is_the_provinces() {
        Complaint unknown = cases.filed(person(), null);
        assertThat(unknown.regionCode()).isEqualTo("440000");
        assertThat(clocks.of(unknown.subject())).extracting(Deadline::debtor).containsOnly(Debtor.PROVINCE);
        assertThat(unknown.isIn(city.scope())).isFalse();
        assertThat(unknown.isIn(Scope.ofProvince())).isTrue();
    }

    @Test
    void the_first_answer_and_the_closing_meet_the_deadlines() {
        Complaint answered = cases.answered(filed, city);
        assertThat(answered.state()).isEqualTo(ComplaintState.ANSWERED);
        assertThat(answered.dueOn()).isEqualTo("2026-11-30");
        Complaint again = handling.answer(seen(answered), new ComplaintText("补充说明"), city);
        Complaint closed = handling.close(seen(again), city);
        assertThat(closed.dueOn()).isNull();
        assertThat(clocks.of(filed.subject()))
                .extracting(Deadline::state, Deadline::evidence)
                .containsOnly(tuple(Deadline.State.MET, filed.number()));
        assertThat(complaints.lastAnswer(closed).orElseThrow().text()).isEqualTo("补充说明");
    }

    @Test
    void nothing_that_was_written_stands_in_the_open() {
        cases.answered(filed, city);
        List<String> rows = new ArrayList<>();
        for (String table : List.of("complaint", "complaint_entry", "complaint_picture", "outbox_event", "audit_entry")) {
            for (Map<String, Object> row : jdbc.queryForList("SELECT * FROM " + table)) {
                row.values().forEach(value -> rows.add(value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : String.valueOf(value)));
            }
        }
        assertThat(String.join("\n", rows))
                .contains(filed.number(), "COMPLAINT_ANSWER")
                .doesNotContain(WORDS, "已联系机构处理", "13800000001", "media-1", holder);
    }

    @Test
    void the_same_confirmation_files_once_also_at_the_same_time() throws Exception {
        String person = person();
        NewComplaint same = complaint(null, "the-dialog");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Complaint>> all = threads.invokeAll(
                    Stream.generate(() -> (java.util.concurrent.Callable<Complaint>) () -> filing.file(same, person))
                            .limit(8).toList());
            String number = all.get(0).get().number();
            for (Future<Complaint> one : all) {
                assertThat(one.get().number()).isEqualTo(number);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(complaints.ofPerson(person)).hasSize(1);
        assertThat(filing.file(complaint(null, "the-dialog"), person()).number())
                .isNotEqualTo(complaints.ofPerson(person).get(0).number());
    }

    @Test
    void nobody_has_more_than_five_open_ones() {
        String person = person();
        for (int i = 0; i < Complaints.MOST_OPEN; i++) {
            cases.filed(person, null);
        }
        assertThatThrownBy(() -> cases.filed(person, null)).isInstanceOf(TooManyComplaints.class);
    }

    @Test
    void a_number_says_nothing_to_anybody_but_who_filed_it() {
        assertThat(complaints.own(filed.number(), holder)).isPresent();
        assertThat(complaints.own(filed.number(), person())).isEmpty();
        assertThatThrownBy(() -> filing.reopen(filed.number(), person(), new ComplaintText("不满意")))
                .isInstanceOf(Absent.class);
    }

    @Test
    void the_institution_sees_only_what_it_was_asked() {
        assertThatThrownBy(() -> viewing.view(filed.number(), own)).isInstanceOf(Absent.class);
        Complaint taken = handling.assign(seen(filed), null, city);
        Complaint asked = handling.ask(seen(taken), null, new ComplaintText("请说明上报时间"), city);
        ComplaintFile its = viewing.view(filed.number(), own);
        assertThat(its.entries()).extracting(ComplaintEntry::text).containsExactly("请说明上报时间");
        assertThat(its.pictures()).isEmpty();
        assertThat(its.contact()).isEmpty();
        Complaint stated = handling.state(seen(asked), new ComplaintText("已于周二上报"), own);
        assertThat(stated.state()).isEqualTo(ComplaintState.ASSIGNED);
        assertThat(viewing.view(filed.number(), city).entries()).extracting(ComplaintEntry::kind).containsExactly(
                ComplaintEntry.Kind.FILED, ComplaintEntry.Kind.QUESTION, ComplaintEntry.Kind.STATEMENT);
    }

    @Test
    void the_centre_sees_all_and_the_trail_keeps_that_it_looked() {
        ComplaintFile file = viewing.view(filed.number(), city);
        assertThat(file.entries()).extracting(ComplaintEntry::text).containsExactly(WORDS);
        assertThat(file.pictures()).containsExactly(
                new ComplaintPicture(1, ComplaintPicture.State.WAITING),
                new ComplaintPicture(2, ComplaintPicture.State.WAITING));
        assertThat(file.contact()).isEqualTo("13800000001");
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.COMPLAINT, filed.number());
        assertThat(trail.of(subject)).extracting(AuditEntry::act).containsExactly("COMPLAINT_FILED", "COMPLAINT_VIEWED");
    }

    @Test
    void the_institution_has_two_working_days_for_its_statement() {
        Complaint taken = handling.assign(seen(filed), null, city);
        Complaint asked = handling.ask(seen(taken), null, new ComplaintText("请说明上报时间"), city);
        assertThat(statements())
                .extracting(Deadline::debtor, Deadline::dueOn, Deadline::state, one -> one.subject().institutionId())
                .containsExactly(tuple(
                        Debtor.INSTITUTION, LocalDate.of(2026, 11, 25), Deadline.State.OPEN, institution.id()));
        assertThat(viewing.view(filed.number(), own).statementDueOn()).isEqualTo("2026-11-25");
        assertThat(asked.dueOn()).as("the centre's own").isEqualTo("2026-11-24");

        Complaint passedOn = handling.assign(seen(asked), null, city);
        assertThat(statements()).extracting(Deadline::state).containsExactly(Deadline.State.OPEN);
        Complaint stated = handling.state(seen(passedOn), new ComplaintText("已于周二上报"), own);
        assertThat(statements()).extracting(Deadline::state).containsExactly(Deadline.State.MET);

        Complaint again = handling.ask(seen(stated), null, new ComplaintText("请补充"), city);
        Complaint answered = handling.answer(seen(again), new ComplaintText("已督促"), city);
        assertThat(statements()).extracting(Deadline::state)
                .containsExactly(Deadline.State.MET, Deadline.State.WITHDRAWN);
        assertThat(answered.dueOn()).isEqualTo("2026-11-30");
        assertThat(viewing.view(filed.number(), own).statementDueOn()).isNull();
    }

    private List<Deadline> statements() {
        return clocks.of(filed.subject()).stream()
                .filter(one -> one.rule() == DeadlineRule.D11_STATEMENT)
                .toList();
    }

    @Test
    void another_city_and_another_institution_see_nothing() {
        assertThatThrownBy(() -> viewing.view(filed.number(), cases.staff(Role.CITY_LEAD, Scope.ofCity("440300"))))
                .isInstanceOf(Absent.class);
        Institution other = cases.institution(Tier.MUNICIPAL);
        Complaint taken = handling.assign(seen(filed), null, city);
        handling.ask(seen(taken), null, new ComplaintText("请说明"), city);
        assertThatThrownBy(() -> viewing.view(filed.number(),
                        cases.staff(Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(other.id()))))
                .isInstanceOf(Absent.class);
    }

    @Test
    void it_is_given_only_to_who_may_deal_with_it() {
        Staff elsewhere = cases.staff(Role.CITY_LEAD, Scope.ofCity("440300"));
        Staff auditor = cases.staff(Role.AUDITOR, Scope.ofProvince());
        for (String whom : List.of(elsewhere.username(), auditor.username(), own.username(), "nobody-has-this")) {
            assertThatThrownBy(() -> handling.assign(seen(filed), whom, city)).isInstanceOf(FieldsRefused.class);
        }
        Staff lead = cases.staff(Role.CITY_LEAD, Scope.ofCity(CITY));
        assertThat(handling.assign(seen(filed), lead.username(), city).assignedTo()).isEqualTo(lead.username());
        assertThatThrownBy(() -> handling.assign(seen(filed), null, auditor)).isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void what_somebody_else_did_first_is_not_overwritten() {
        handling.assign(seen(filed), null, city);
        assertThatThrownBy(() -> handling.assign(seen(filed), null, city)).isInstanceOf(ComplaintChanged.class);
    }

    @Test
    void the_province_names_the_institution_that_nobody_knew() {
        Staff province = cases.staff(Role.PROVINCE_REVIEWER, Scope.ofProvince());
        Complaint taken = handling.assign(seen(cases.filed(person(), null)), null, province);
        assertThatThrownBy(() -> handling.ask(seen(taken), null, new ComplaintText("请说明"), province))
                .isInstanceOf(FieldsRefused.class);
        Complaint asked = handling.ask(
                seen(taken), institution.numberPrefix(), new ComplaintText("请说明"), province);
        assertThat(asked.institutionId()).isEqualTo(institution.id());
        assertThat(asked.isIn(own.scope())).isTrue();
        Complaint stated = handling.state(seen(asked), new ComplaintText("情况如下"), own);
        String another = cases.institution(Tier.MUNICIPAL).numberPrefix();
        assertThatThrownBy(() -> handling.ask(seen(stated), another, new ComplaintText("请说明"), province))
                .isInstanceOf(FieldsRefused.class);
    }

    /** Closed on Monday 2026-11-23: the tenth day ends at 24:00 in Shanghai. */
    @ParameterizedTest
    @CsvSource({"2026-11-23T03:00:00Z, true", "2026-12-03T15:59:59Z, true", "2026-12-03T16:00:00Z, false"})
    void it_can_be_reopened_within_ten_days(String at, boolean possible) {
        handling.close(seen(cases.answered(filed, city)), city);
        clock.set(at);
        if (!possible) {
            assertThatThrownBy(() -> filing.reopen(filed.number(), holder, new ComplaintText("没有解决")))
                    .isInstanceOf(ComplaintActNotPossible.class);
            return;
        }
        Complaint reopened = filing.reopen(filed.number(), holder, new ComplaintText("没有解决"));
        assertThat(reopened.state()).isEqualTo(ComplaintState.REOPENED);
        assertThat(clocks.of(reopened.subject()).stream().filter(one -> one.state() == Deadline.State.OPEN))
                .extracting(Deadline::rule)
                .containsExactlyInAnyOrder(DeadlineRule.D11_ANSWER, DeadlineRule.D11_RESOLUTION);
        assertThat(cases.now(reopened).dueOn()).isNotNull();
    }

    @Test
    void it_is_reopened_once_only() {
        handling.close(seen(cases.answered(filed, city)), city);
        Complaint reopened = filing.reopen(filed.number(), holder, new ComplaintText("没有解决"));
        handling.close(seen(cases.answered(reopened, city)), city);
        assertThatThrownBy(() -> filing.reopen(filed.number(), holder, new ComplaintText("还是没有")))
                .isInstanceOf(ComplaintActNotPossible.class);
    }

    @Test
    void open_ones_are_listed_by_due_date_and_closed_ones_the_newest_first() {
        Complaint later = cases.answered(cases.filed(person(), institution.id()), city);
        List<Complaint> open = pages(null);
        assertThat(open).extracting(Complaint::dueOn).isSorted();
        assertThat(open).extracting(Complaint::number).containsSubsequence(filed.number(), later.number());
        handling.close(seen(later), city);
        assertThat(pages(null)).extracting(Complaint::number).doesNotContain(later.number());
        assertThat(list.page(ComplaintState.CLOSED, city.scope(), null, 1))
                .extracting(Complaint::number).containsExactly(later.number());
        assertThat(list.page(null, own.scope(), null, 50)).isEmpty();
    }

    private List<Complaint> pages(ComplaintState state) {
        List<Complaint> all = new ArrayList<>();
        ComplaintKey after = null;
        for (List<Complaint> page; !(page = list.page(state, city.scope(), after, 3)).isEmpty(); ) {
            all.addAll(page);
            after = ComplaintKey.of(page.get(page.size() - 1));
        }
        assertThat(all).extracting(Complaint::number).doesNotHaveDuplicates();
        return all;
    }

    @Test
    void who_leaves_is_forgotten_and_the_case_remains() {
        complaints.forget(holder);
        assertThat(complaints.ofPerson(holder)).isEmpty();
        assertThat(complaints.openIds(List.of(filed.id()))).isEmpty();
        ComplaintFile file = viewing.view(filed.number(), city);
        assertThat(file.contact()).isEmpty();
        assertThat(file.entries()).hasSize(1);
    }
}
