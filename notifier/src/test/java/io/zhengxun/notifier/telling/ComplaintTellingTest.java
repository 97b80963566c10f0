package io.zhengxun.notifier.telling;

import static io.zhengxun.notifier.telling.TellingCases.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.notifier.telling.TellingCases.Cases;
import io.zhengxun.notifier.telling.TellingCases.SettableClock;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintCategory;
import io.zhengxun.registry.complaint.ComplaintState;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.FilingComplaint;
import io.zhengxun.registry.complaint.HandlingComplaint;
import io.zhengxun.registry.complaint.NewComplaint;
import io.zhengxun.registry.complaint.OrderedComplaint;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.text.NoticeFacts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who filed a complaint is told how it stands, as long as it stands so, and never what was written (X1, T5). */
@TellingTest
class ComplaintTellingTest {

    private static final String HOLDER = "o-complaining";
    private static final String WORDS = "等了三个月还没有结果";

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    ComplaintTelling telling;

    @Autowired
    ComplaintTruth truth;

    @Autowired
    FilingComplaint filing;

    @Autowired
    HandlingComplaint handling;

    @Autowired
    OpeningAccount opening;

    private Staff city;
    private Complaint now;

    @BeforeEach
    void a_complaint_about_an_institution_of_the_city() {
        clock.set("2026-11-23T02:00:00Z");
        String username = "t-" + UUID.randomUUID().toString().substring(0, 13);
        opening.open(
                new NewAccount(username, "测试", Role.CITY_DATA_MANAGER, Scope.ofCity(TellingCases.CITY)),
                "Test-pass-2026!", false, Actor.system());
        city = new Staff(username, "测试", Role.CITY_DATA_MANAGER, Scope.ofCity(TellingCases.CITY), "127.0.0.1");
        Institution institution = cases.institution(Tier.MUNICIPAL);
        now = filing.file(
                new NewComplaint(
                        ComplaintCategory.PROGRESS, new ComplaintText(WORDS), List.of(), "13800000001", institution.id(),
                        UUID.randomUUID().toString()),
                HOLDER + UUID.randomUUID());
    }

    private OrderedComplaint seen() {
        return new OrderedComplaint(now.number(), now.version());
    }

    private List<NewNotice> told(String act, ComplaintState from) {
        Event event = new Event(
                7,
                new OutboxEvent(
                        "COMPLAINT_" + act,
                        new Deed.Subject(Deed.Subject.Kind.COMPLAINT, now.number()),
                        now.institutionId(),
                        now.regionCode(),
                        Map.of("complaint", now.number(), "state", now.state().name(), "from", from.name())),
                clock.instant());
        return telling.of(List.of(event)).stream().map(Told::notice).toList();
    }

    private Truth.Verdict verdict(Notice notice) {
        return truth.of(List.of(notice)).get(notice.id());
    }

    @Test
    void each_change_is_told_to_who_filed_by_the_account_only() {
        now = handling.assign(seen(), null, city);
        NewNotice taken = told("ASSIGN", ComplaintState.RECEIVED).get(0);
        assertThat(taken.kind()).isEqualTo(NoticeKind.COMPLAINT);
        assertThat(taken.recipient()).isEqualTo(Recipient.filer(now.id()));
        assertThat(taken.channels()).containsExactly(Channel.TEMPLATE, Channel.SUBSCRIPTION);
        assertThat(taken.about().institutionId()).as("nothing of the institution's").isNull();
        assertThat(taken.facts()).containsEntry("number", now.number()).containsEntry("stage", "已受理")
                .containsEntry("day", "2026-11-23");
        assertThat(NoticeFacts.missing(taken.kind(), taken.facts())).isEmpty();
        assertThat(taken.toString()).doesNotContain(WORDS, HOLDER, "13800000001");

        now = handling.ask(seen(), null, new ComplaintText("请说明"), city);
        assertThat(told("ASK", ComplaintState.ASSIGNED).get(0).facts()).containsEntry("stage", "核实中");
        now = handling.answer(seen(), new ComplaintText("已上报"), city);
        assertThat(told("ANSWER", ComplaintState.STATEMENT_ASKED).get(0).facts()).containsEntry("stage", "已答复");
        now = handling.close(seen(), city);
        assertThat(told("CLOSE", ComplaintState.ANSWERED).get(0).facts()).containsEntry("stage", "已办结");
    }

    @Test
    void that_it_passes_from_one_of_the_centres_people_to_another_is_not_told() {
        now = handling.assign(seen(), null, city);
        assertThat(told("ASSIGN", ComplaintState.ASSIGNED)).isEmpty();
        assertThat(told("ASSIGN", ComplaintState.REOPENED)).hasSize(1);
    }

    @Test
    void what_was_overtaken_before_it_went_out_is_not_sent() {
        now = handling.assign(seen(), null, city);
        Notice taken = written(7, told("ASSIGN", ComplaintState.RECEIVED).get(0), clock.instant());
        assertThat(verdict(taken)).isEqualTo(Truth.Verdict.holds(taken));

        now = handling.answer(seen(), new ComplaintText("正在核实"), city);
        Notice answered = written(8, told("ANSWER", ComplaintState.ASSIGNED).get(0), clock.instant());
        assertThat(verdict(taken)).isEqualTo(Truth.Verdict.obsolete("MOVED_ON"));
        now = handling.ask(seen(), null, new ComplaintText("请说明"), city);
        assertThat(verdict(answered)).as("there still is an answer to read").isEqualTo(Truth.Verdict.holds(answered));

        now = handling.answer(seen(), new ComplaintText("已上报"), city);
        now = handling.close(seen(), city);
        Notice closed = written(9, told("CLOSE", ComplaintState.ANSWERED).get(0), clock.instant());
        assertThat(verdict(answered)).isEqualTo(Truth.Verdict.obsolete("MOVED_ON"));
        assertThat(verdict(closed)).isEqualTo(Truth.Verdict.holds(closed));
    }
}
