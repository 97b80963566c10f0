package io.zhengxun.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff look for notices. */
class NoticeListTest extends NoticeApiTest {

    @Test
    void each_sees_the_scope_of_its_own() {
        long own = returned("TH261123-LIST0001");
        long others = unreachable(other(), "TH261123-LIST0002");
        long centres = cases.queued(NoticeKind.SUMMARY, Recipient.contact(cases.contact(null, CITY, "陈某")),
                NoticeCases.about(Deed.Subject.Kind.CONTACT, "1", null, CITY), BOTH, false);
        long elsewhere = cases.queued(NoticeKind.SUMMARY, Recipient.contact(cases.contact(null, "440200", "何某")),
                NoticeCases.about(Deed.Subject.Kind.CONTACT, "2", null, "440200"), BOTH, false);

        assertThat(ids(as("own").get("/api/notices"))).containsExactly(own);
        assertThat(ids(as("other").get("/api/notices"))).containsExactly(others);
        assertThat(ids(as("city").get("/api/notices"))).containsExactly(centres, others, own);
        assertThat(ids(as("elsewhere").get("/api/notices"))).containsExactly(elsewhere);
        assertThat(ids(as("province").get("/api/notices"))).containsExactly(elsewhere, centres, others, own);
        assertThat(ids(as("auditor").get("/api/notices"))).hasSize(4);
        assertThat(ids(as("admin").get("/api/notices"))).hasSize(4);
    }

    @Test
    void by_state_kind_channel_cause_subject_and_contact() {
        long queued = digest();
        jdbc.update("UPDATE notice SET due_at = TIMESTAMPADD(HOUR, 1, due_at)");
        long givenUp = givenUp("TH261123-LIST0003");
        long accepted = returned("TH261123-LIST0004");
        cases.accepted(Channel.TEMPLATE, "1");
        long unreachable = unreachable(institution, "TH261123-LIST0005");

        assertThat(found("state=QUEUED")).containsExactly(queued);
        assertThat(found("state=SENT")).containsExactly(accepted);
        assertThat(found("state=SENT,GAVE_UP")).containsExactly(unreachable, accepted, givenUp);
        assertThat(found("state=SENDING")).isEmpty();
        assertThat(found("work=true")).containsExactly(unreachable, givenUp);
        assertThat(found("work=true&state=GAVE_UP")).containsExactly(unreachable, givenUp);
        assertThat(found("work=true&cause=NO_RECIPIENT")).containsExactly(unreachable);
        assertThat(found("kind=DEADLINES")).containsExactly(queued);
        assertThat(found("channel=EMAIL")).containsExactly(givenUp);
        assertThat(found("cause=NO_ADDRESS")).containsExactly(givenUp);
        jdbc.update("UPDATE notice SET cause = 'CONTENT 47003' WHERE id = ?", givenUp);
        assertThat(found("cause=CONTENT")).containsExactly(givenUp);
        assertThat(found("cause=CONTENT%2047003")).containsExactly(givenUp);
        assertThat(found("cause=CONT")).isEmpty();
        assertThat(found("subjectKind=RETURN&subjectKey=TH261123-LIST0004")).containsExactly(accepted);
        assertThat(found("contact=" + contact)).containsExactly(accepted, givenUp, queued);
        assertThat(found("contact=" + contact + "&state=GAVE_UP")).containsExactly(givenUp);
        assertThat(found("institution=" + institution.numberPrefix())).hasSize(4);
        assertThat(found("institution=" + other().numberPrefix())).isEmpty();
        assertThat(ids(as("own").get("/api/notices?work=true"))).containsExactly(unreachable, givenUp);
        assertThat(ids(as("elsewhere").get("/api/notices?work=true"))).isEmpty();
        assertThat(ids(as("elsewhere").get("/api/notices?contact=" + contact))).isEmpty();
        assertThat(ids(as("elsewhere").get("/api/notices?subjectKind=RETURN&subjectKey=TH261123-LIST0004"))).isEmpty();
    }

    private List<Long> found(String query) {
        List<Long> ofCity = ids(as("city").get("/api/notices?" + query));
        assertThat(ids(as("province").get("/api/notices?" + query))).isEqualTo(ofCity);
        return ofCity;
    }

    /** Days begin and end at midnight in Shanghai. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-21T16:00:00Z, 2026-11-22, 2026-11-22, true
            2026-11-21T15:59:59Z, 2026-11-22, 2026-11-22, false
            2026-11-22T15:59:59Z, 2026-11-22, 2026-11-22, true
            2026-11-22T16:00:00Z, 2026-11-22, 2026-11-22, false
            2026-11-22T16:00:00Z, 2026-11-22,           , true
            2026-11-21T15:59:59Z,           , 2026-11-21, true
            """)
    void days_have_their_borders(String writtenAt, String from, String to, boolean found) {
        at(writtenAt);
        long id = returned("TH261123-LIST0006");
        at("2026-11-23T02:00:00Z");
        String query = "?" + (from == null ? "" : "from=" + from + "&") + (to == null ? "" : "to=" + to);

        assertThat(ids(as("city").get("/api/notices" + query)).contains(id)).isEqualTo(found);
        assertThat(ids(as("province").get("/api/notices" + query)).contains(id)).isEqualTo(found);
        assertThat(ids(as("own").get("/api/notices" + query)).contains(id)).isEqualTo(found);
    }

    @Test
    void what_looks_through_everything_looks_back_a_bounded_time_and_what_waits_for_a_person_is_never_too_old() {
        at("2026-08-20T02:00:00Z");
        long old = givenUp("TH260820-LIST0007");
        at("2026-11-23T02:00:00Z");

        assertThat(found("kind=RETURN")).isEmpty();
        assertThat(found("kind=RETURN&to=2026-11-19")).containsExactly(old);
        assertThat(found("work=true")).containsExactly(old);
        assertThat(found("contact=" + contact)).containsExactly(old);
        assertThat(ids(as("own").get("/api/notices"))).containsExactly(old);
        assertThat(as("city").get("/api/notices?from=2026-08-20&to=2026-11-19").status()).isEqualTo(200);
        assertThat(as("city").get("/api/notices?from=2026-08-20&to=2026-11-20").status()).isEqualTo(422);
        assertThat(as("city").get("/api/notices?from=2026-01-01&to=2026-11-20&work=true").status()).isEqualTo(200);
    }

    @Test
    void pages_follow_each_other_without_gap_even_among_those_written_at_once() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(returned("TH261123-PAGE000" + i));
        }
        Collections.reverse(all);

        List<Long> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = as("city").get("/api/notices?limit=3" + next);
            seen.addAll(ids(page));
            next = page.json().path("next").isMissingNode() ? null : "&after=" + page.json().path("next").asString();
        } while (next != null);

        assertThat(seen).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "state=LOST", "kind=LETTER", "channel=PIGEON", "work=perhaps", "subjectKind=RETURN", "subjectKey=x",
        "subjectKind=SUBMISSION&subjectKey=x", "contact=-1", "contact=x", "from=2026-02-30", "from=2026-11-23&to=2026-11-22",
        "after=x", "state=,", "limit=0", "limit=201", "institution=S999944010001", "unheard-of=1", "work=true&state=SENT"
    })
    void a_wrong_question_is_told_what_would_be_right(String query) {
        assertThat(as("city").get("/api/notices?" + query).status()).isEqualTo(422);
    }

    @Test
    void texts_that_no_column_can_hold_find_nothing() {
        returned("TH261123-LIST0010");

        assertThat(found("cause=%E4%B8%AD")).isEmpty();
        assertThat(found("subjectKind=RETURN&subjectKey=%F0%9F%98%80")).isEmpty();
    }

    @Test
    void a_holder_whom_nothing_reached_is_nobodys_work_and_still_found() {
        long holders = cases.queued(NoticeKind.PUBLISHED, Recipient.holder(7),
                NoticeCases.about(Deed.Subject.Kind.CERTIFICATE, "1", institution.id(), CITY), List.of(), true);
        long held = cases.queued(NoticeKind.PUBLISHED, Recipient.holder(8),
                NoticeCases.about(Deed.Subject.Kind.CERTIFICATE, "2", institution.id(), CITY), BOTH, true);
        jdbc.update("UPDATE notice SET state = 'HELD', open_mark = NULL, cause = 'STOPPED' WHERE id = ?", held);

        assertThat(found("state=GAVE_UP")).containsExactly(holders);
        assertThat(found("work=true")).containsExactly(held);
        assertThat(found("work=true&institution=" + institution.numberPrefix())).containsExactly(held);
        Answer work = as("city").get("/api/notices/work-list");
        assertThat(work.json().path("causes")).hasSize(1);
        assertThat(work.json().path("recipients")).isEmpty();
    }

    @Test
    void the_same_list_as_a_sheet() {
        unreachable(institution, "TH261123-LIST0008");
        returned("TH261123-LIST0009");
        cases.refused(Channel.TEMPLATE, Decision.NOT_FOLLOWING, "NOT_FOLLOWING", "43004");

        List<List<String>> sheet = as("city").get("/api/notices?format=xlsx").sheet();

        assertThat(sheet).hasSize(3);
        assertThat(sheet.get(0)).startsWith("编号", "生成时间", "种类", "收件人", "评价机构", "机构电话").hasSize(14);
        assertThat(sheet.get(1)).contains("退回通知", "王某某", "退回单", "TH261123-LIST0009", "待发送", "电子邮件");
        assertThat(sheet.get(2)).contains(
                "无联系人", institution.phone(), "无法送达，待电话通知", "没有登记联系人或可用的渠道", "2026-11-23 10:00:00");
        assertThat(as("city").get("/api/notices?format=xlsx&work=true").sheet()).hasSize(2);
        assertThat(as("elsewhere").get("/api/notices?format=xlsx").sheet()).hasSize(1);
    }
}
