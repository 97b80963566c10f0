package io.zhengxun.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.delivery.DeliveryReports;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "为什么没收到": each try, decision and report of a notice as a sentence, in the order of time. */
class NoticeLifeTest extends NoticeApiTest {

    @Autowired
    DeliveryReports reports;

    @Test
    void from_the_night_over_the_channel_that_failed_to_the_one_that_took_it() {
        at("2026-11-23T14:05:00Z");
        long id = digest();
        cases.postponed(Channel.TEMPLATE, Instant.parse("2026-11-24T00:00:00Z"));
        at("2026-11-24T00:00:00Z");
        cases.refused(Channel.TEMPLATE, Decision.NOT_FOLLOWING, "NOT_FOLLOWING", "43004");
        at("2026-11-24T00:01:00Z");
        cases.accepted(Channel.EMAIL, "mail-1");

        Answer answer = as("city").get(path(id));

        assertThat(sentences(answer)).containsExactly(
                "11-23T22:05 期限提醒已生成，首选公众号模板消息",
                "11-23T22:05 夜间不打扰，推迟到 11-24 08:00",
                "11-24T08:00 公众号模板消息：对方未关注公众号（43004）",
                "11-24T08:00 公众号模板消息：对方未关注公众号，跳过",
                "11-24T08:00 公众号模板消息未成，改用电子邮件：对方未关注公众号",
                "11-24T08:01 电子邮件：平台已受理");
        assertThat(answer.json().path("stateText").asString()).isEqualTo("已受理");
        assertThat(answer.json().path("text").asString()).contains("5项待办");
        assertThat(answer.json().at("/to/name").asString()).isEqualTo("王某某");
        assertThat(answer.json().at("/institution/numberPrefix").asString()).isEqualTo(institution.numberPrefix());
    }

    @Test
    void what_the_channel_reports_is_told_at_the_time_at_which_it_came() {
        long id = returned("TH261123-LIFE0001");
        cases.accepted(Channel.TEMPLATE, "4711");
        after(Duration.ofSeconds(2));
        reports.record(Channel.TEMPLATE, "4711", false, "failed:user block", clock.instant());
        // Of another message.
        reports.record(Channel.EMAIL, "4711", true, "", clock.instant());

        assertThat(sentences(as("city").get(path(id)))).containsExactly(
                "11-23T10:00 退回通知已生成，首选公众号模板消息",
                "11-23T10:00 公众号模板消息：平台已受理",
                "11-23T10:00 公众号模板消息：平台回报未送达，对方拒收");
    }

    @Test
    void one_that_reached_nobody_says_so_and_names_whom_to_phone() {
        long id = unreachable(institution, "TH261123-LIFE0002");

        Answer answer = as("province").get(path(id));

        assertThat(sentences(answer)).containsExactly("11-23T10:00 退回通知已生成，但没有联系人或可用的渠道");
        assertThat(answer.json().path("stateText").asString()).isEqualTo("无法送达，待电话通知");
        assertThat(answer.json().path("causeText").asString()).isEqualTo("没有登记联系人或可用的渠道");
        assertThat(answer.json().at("/to/name").asString()).isEqualTo("无联系人");
        assertThat(answer.json().at("/institution/phone").asString()).isEqualTo(institution.phone());
    }

    @Test
    void a_channel_without_an_address_and_a_new_recipient_have_their_lines() {
        long successor = cases.contact(institution.id(), CITY, "张某某");
        long id = returned("TH261123-LIFE0006");
        jdbc.update("UPDATE notice SET left_out = 'SMS', recipient_id = ? WHERE id = ?", successor, id);
        jdbc.update("INSERT INTO notice_decision (notice_id, decision, detail, decided_by, decided_at)"
                + " VALUES (?, 'REDIRECTED', ?, 'system', ?)", id, contact + " " + successor, Timestamp.from(clock.instant()));

        Answer answer = as("city").get(path(id));

        assertThat(sentences(answer)).containsExactly(
                "11-23T10:00 退回通知已生成，首选公众号模板消息",
                "11-23T10:00 短信：没有登记此渠道的联系方式（微信渠道须先绑定），跳过",
                "11-23T10:00 原收件人王某某，现由张某某接收");
        assertThat(answer.json().at("/to/name").asString()).isEqualTo("张某某");
    }

    @Test
    void no_address_of_anybody_is_in_an_answer() {
        long id = givenUp("TH261123-LIFE0003");

        assertThat(as("city").get(path(id)).text() + as("city").get("/api/notices").text()
                        + as("city").get("/api/notices/work-list").text())
                .doesNotContain(NoticeCases.OPEN_ID, NoticeCases.EMAIL, NoticeCases.MOBILE)
                .contains("王某某");
    }

    @Test
    void a_holder_is_a_holder_without_identity_and_no_affair_of_the_institution() {
        long id = cases.queued(NoticeKind.PUBLISHED, Recipient.holder(7),
                NoticeCases.about(Deed.Subject.Kind.CERTIFICATE, "123456789", institution.id(), CITY),
                List.of(Channel.SUBSCRIPTION), true);

        Answer shown = as("city").get(path(id));
        assertThat(shown.json().at("/to/name").asString()).isEqualTo("持证人");
        assertThat(shown.text()).doesNotContain("123456789");
        assertThat(shown.json().path("acts").toString()).isEqualTo("[\"CANCEL\"]");
        assertThat(as("own").get(path(id)).status()).isEqualTo(404);
        assertThat(ids(as("own").get("/api/notices"))).isEmpty();
        assertThat(as("city").post(path(id) + "/call", NoticeActTest.call(0)).json().path("code").asString())
                .isEqualTo("not-to-phone");
        assertThat(as("city").get("/api/notices?subjectKind=CERTIFICATE&subjectKey=123456789").status())
                .isEqualTo(422);
    }

    @Test
    void an_institution_reads_its_own_without_the_names_of_centres_staff() {
        long id = givenUp("TH261123-LIFE0004");
        as("city").post(path(id) + "/cancel", Map.of("version", 4, "reason", "机构已来电"));

        Answer own = as("own").get(path(id));
        Answer city = as("city").get(path(id));

        assertThat(city.json().path("events").get(city.json().path("events").size() - 1).path("by").asString())
                .isEqualTo("测试员（city）");
        assertThat(own.text()).contains("技能中心工作人员取消：机构已来电").doesNotContain("测试员");
        assertThat(own.json().path("acts")).isEmpty();
    }

    @Test
    void what_a_newer_notifier_decides_is_named() {
        long id = returned("TH261123-LIFE0005");
        jdbc.update("INSERT INTO notice_decision (notice_id, decision, detail, decided_by, decided_at)"
                + " VALUES (?, 'TRANSLATED', 'EMAIL 12', 'system', ?)", id, Timestamp.from(clock.instant()));

        assertThat(sentences(as("city").get(path(id)))).contains("11-23T10:00 其他处理（TRANSLATED：EMAIL 12）");
    }
}
