package io.zhengxun.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.delivery.ChannelPauses;
import io.zhengxun.registry.notice.delivery.ChannelStops;
import io.zhengxun.registry.notice.delivery.DeliveryReports;
import io.zhengxun.registry.notice.delivery.PausedChannel;
import io.zhengxun.registry.notice.desk.ChannelSetups;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What staff look after beside single notices: figures, whom nothing reached, stops, wordings, test alerts. */
class NoticeDeskTest extends NoticeApiTest {

    @Autowired
    ChannelStops stops;

    @Autowired
    ChannelPauses pauses;

    @Autowired
    ChannelSetups setups;

    @Autowired
    DeliveryReports reports;

    @Test
    void figures_by_kind_and_by_channel() {
        returned("TH261123-DESK0001");
        after(Duration.ofSeconds(10));
        cases.accepted(Channel.TEMPLATE, "1");
        reports.record(Channel.TEMPLATE, "1", true, "", clock.instant());
        returned("TH261123-DESK0002");
        after(Duration.ofMillis(10_001));
        cases.accepted(Channel.TEMPLATE, "2");
        reports.record(Channel.TEMPLATE, "2", false, "failed:user block", clock.instant());
        givenUp("TH261123-DESK0003");
        unreachable(other(), "TH261123-DESK0004");
        digest();
        cases.postponed(Channel.TEMPLATE, clock.instant());
        cases.accepted(Channel.TEMPLATE, "3");
        digest();

        JsonNode figures = as("city").get("/api/notices/statistics").json();

        assertThat(figures.path("from").asString()).isEqualTo("2026-11-17");
        assertThat(figures.path("to").asString()).isEqualTo("2026-11-23");
        JsonNode returns = one(figures.path("kinds"), "kind", "RETURN");
        assertThat(returns.path("written").asInt()).isEqualTo(4);
        assertThat(returns.path("accepted").asInt()).isEqualTo(2);
        assertThat(returns.path("failures")).hasSize(2);
        assertThat(one(returns.path("failures"), "cause", "NO_RECIPIENT").path("notices").asInt()).isEqualTo(1);
        assertThat(one(returns.path("states"), "state", "SENT").path("notices").asInt()).isEqualTo(2);
        JsonNode template = figures.path("channels").get(0);
        assertThat(template.path("channel").asString()).isEqualTo("TEMPLATE");
        assertThat(template.path("tries").asInt()).isEqualTo(3);
        assertThat(template.path("accepted").asInt()).isEqualTo(2);
        assertThat(template.path("delivered").asInt()).isEqualTo(1);
        assertThat(template.path("notDelivered").asInt()).isEqualTo(1);
        assertThat(template.path("withinTenSeconds").asDouble()).isEqualTo(0.5);
        assertThat(template.at("/refusals/0/codeText").asString()).isEqualTo("对方未关注公众号（43004）");
        JsonNode digests = figures.path("channels").get(figures.path("channels").size() - 1);
        assertThat(digests.path("kind").asString()).isEqualTo("DEADLINES");
        assertThat(digests.path("withinTenSeconds").isMissingNode()).isTrue();
        assertThat(figures.path("waiting")).hasSize(1);
        assertThat(figures.at("/waiting/0/due").asInt()).isEqualTo(1);
        assertThat(as("elsewhere").get("/api/notices/statistics").json().path("kinds")).isEmpty();
        assertThat(as("province").get("/api/notices/statistics").json()).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-08-24, 2026-11-23, 200
            2026-08-23, 2026-11-23, 422
            2026-11-24, 2026-11-23, 422
            2026-11-23, 2026-11-23, 200
            """)
    void figures_are_of_a_bounded_time(String from, String to, int status) {
        assertThat(as("city").get("/api/notices/statistics?from=" + from + "&to=" + to).status()).isEqualTo(status);
    }

    @Test
    void the_work_list_names_causes_and_people() {
        givenUp("TH261123-DESK0005");
        after(Duration.ofMinutes(1));
        long second = givenUp("TH261123-DESK0006");
        unreachable(other(), "TH261123-DESK0007");
        jdbc.update("UPDATE contact SET unfollowed_at = ? WHERE id = ?", Timestamp.from(clock.instant()), contact);
        stops.stop(Channel.TEMPLATE, NoticeKind.RETURN, "40037");

        JsonNode work = as("city").get("/api/notices/work-list").json();

        assertThat(work.path("causes")).hasSize(2);
        assertThat(work.at("/causes/0/cause").asString()).isEqualTo("NO_ADDRESS");
        assertThat(work.at("/causes/0/notices").asInt()).isEqualTo(2);
        assertThat(work.path("recipients")).hasSize(2);
        assertThat(work.at("/recipients/0/to/name").asString()).isEqualTo("王某某");
        assertThat(work.at("/recipients/0/notices").asInt()).isEqualTo(2);
        assertThat(work.at("/recipients/0/oldest").asLong()).isLessThan(second);
        assertThat(work.at("/recipients/1/to/kind").asString()).isEqualTo("NOBODY");
        assertThat(work.at("/recipients/1/institution/phone").asString()).isEqualTo(other().phone());
        assertThat(work.at("/unfollowed/0/name").asString()).isEqualTo("王某某");
        assertThat(work.at("/stops/0/codeText").asString()).isEqualTo("模板不存在或不属于本账号（40037）");
        JsonNode elsewhere = as("elsewhere").get("/api/notices/work-list").json();
        assertThat(elsewhere.path("causes")).isEmpty();
        assertThat(elsewhere.path("recipients")).isEmpty();
        assertThat(elsewhere.path("unfollowed")).isEmpty();
    }

    @Test
    void phoned_and_cancelled_ones_leave_the_work_list() {
        long phoned = unreachable(institution, "TH261123-DESK0008");
        // No such return stands in this test's database: an erratum of the notice, dismissed.
        assertThat(as("city").post(path(phoned) + "/cancel", Map.of("version", 0, "reason", "测试")).status()).isEqualTo(200);

        assertThat(as("city").get("/api/notices/work-list").json().path("recipients")).isEmpty();
    }

    @Test
    void events_that_brought_no_notices_are_seen_by_the_province_and_tried_again() {
        long unknown = event("UNKNOWN", "MYSTERY");
        event("FAILED", "RETURN_RECORDED");
        event("TOLD", "RETURN_RECORDED");

        JsonNode work = as("admin").get("/api/notices/work-list").json();
        assertThat(work.path("eventCounts")).hasSize(2);
        assertThat(work.path("events")).hasSize(2);
        assertThat(one(work.path("events"), "state", "FAILED").path("cause").asString()).isEqualTo("NullPointerException");
        assertThat(as("city").get("/api/notices/work-list").json().path("events")).isEmpty();

        String retry = "/api/notices/work-list/events/" + unknown + "/retry";
        assertThat(as("province").post(retry, Map.of()).status()).isEqualTo(403);
        assertThat(as("admin").post(retry, Map.of()).status()).isEqualTo(200);
        assertThat(as("admin").post(retry, Map.of()).status()).isEqualTo(404);
        assertThat(jdbc.queryForMap("SELECT state, attempts, due_at, cause FROM outbox_event WHERE id = ?", unknown))
                .containsEntry("state", "NEW")
                .containsEntry("due_at", null)
                .containsEntry("cause", "");
        assertThat(as("admin").get("/api/notices/work-list").json().path("events")).hasSize(1);
    }

    private long event(String state, String kind) {
        jdbc.update("""
                INSERT INTO outbox_event (kind, subject_kind, subject_key, facts, occurred_at, state, attempts, cause, due_at)
                VALUES (?, 'RETURN', 'TH261123-EVENT001', '{}', ?, ?, 5, 'NullPointerException', ?)""",
                kind, Timestamp.from(NOW), state, Timestamp.from(NOW));
        return jdbc.queryForObject("SELECT MAX(id) FROM outbox_event", Long.class);
    }

    @Test
    void a_lifted_stop_lets_go_what_it_held() {
        stops.stop(Channel.TEMPLATE, NoticeKind.RETURN, "40037");
        long held = returned("TH261123-DESK0009");
        jdbc.update("UPDATE notice SET state = 'HELD', open_mark = NULL, cause = 'STOPPED' WHERE id = ?", held);
        Answer listed = as("city").get("/api/channel-stops");
        String lift = "/api/channel-stops/" + listed.json().at("/items/0/id").asLong() + "/lift";
        assertThat(ids(as("city").get("/api/notices?state=HELD"))).containsExactly(held);

        assertThat(as("city-lead").post(lift, Map.of()).status()).isEqualTo(403);
        Answer lifted = as("province-lead").post(lift, Map.of());

        assertThat(lifted.json().path("liftedBy").asString()).isEqualTo("province-lead");
        assertThat(as("province-lead").post(lift, Map.of()).status()).isEqualTo(404);
        assertThat(as("city").get("/api/notices/work-list").json().path("stops")).isEmpty();
        assertThat(as("city").get("/api/channel-stops").json().path("items")).hasSize(1);
        assertThat(sentences(as("city").get(path(held)))).contains("11-23T10:00 暂停已由测试员（province-lead）解除，继续发送");
        assertThat(as("auditor").get("/api/audit?act=CHANNEL_RELEASED").text()).contains("40037");
    }

    @Test
    void a_channel_whose_quota_is_used_up_is_seen_with_why_and_until_when() {
        long waiting = returned("TH261123-DESK0012");
        PausedChannel pause = pauses.pause(
                new PausedChannel(Channel.TEMPLATE, "45009", clock.instant(), clock.instant().plusSeconds(1800)));
        pauses.tellWaiting(pause, ChannelPauses.Position.START, 10);
        pauses.tellWaiting(pause, ChannelPauses.Position.START, 10);

        JsonNode listed = as("city").get("/api/channel-stops").json();

        assertThat(listed.path("items")).isEmpty();
        assertThat(listed.at("/pauses/0/channel").asString()).isEqualTo("TEMPLATE");
        assertThat(listed.at("/pauses/0/codeText").asString()).isEqualTo("当日调用额度已用完（45009）");
        assertThat(listed.at("/pauses/0/since").asString()).contains("T10:00");
        assertThat(listed.at("/pauses/0/until").asString()).contains("T10:30");
        assertThat(as("city").get("/api/notices/work-list").json().path("pauses")).isEqualTo(listed.path("pauses"));
        assertThat(sentences(as("city").get(path(waiting))))
                .containsOnlyOnce("11-23T10:00 当日额度已用完，等到 11-23 10:30（当日调用额度已用完（45009））");

        after(Duration.ofMinutes(30));
        assertThat(as("city").get("/api/channel-stops").json().path("pauses")).isEmpty();
    }

    @Test
    void a_preview_shows_what_would_be_sent_and_where_it_can_be_sent() {
        assertThat(as("city").get("/api/notice-templates").json().path("items")).hasSize(NoticeKind.values().length);
        assertThat(as("city").get("/api/notice-templates/RETURN").json().at("/channels/0/configured").isMissingNode())
                .isTrue();
        setups.tell(Channel.TEMPLATE, Map.of(NoticeKind.RETURN, Map.of("thing1", "institution", "date2", "dueOn")));

        JsonNode preview = as("admin").get("/api/notice-templates/RETURN").json();

        assertThat(preview.at("/email/body").asString()).contains("TH261123-3FZ8WA5N", "2026年12月7日");
        assertThat(preview.path("sms").asString()).contains("12条");
        assertThat(preview.at("/channels/0/configured").asBoolean()).isTrue();
        assertThat(preview.at("/channels/0/fields/thing1").asString()).isEqualTo("广州市示例职业培训学校有限公司");
        assertThat(preview.at("/channels/0/fields/date2").asString()).contains("2026年12月7日");
        assertThat(as("admin").get("/api/notice-templates/TEST").json().at("/channels/0/configured").asBoolean()).isFalse();
        assertThat(as("admin").get("/api/notice-templates/LETTER").status()).isEqualTo(404);
    }

    @Test
    void a_test_alert_goes_to_one_contact_and_its_life_can_be_watched() {
        Answer sent = as("city").post("/api/contacts/" + contact + "/test-alert", Map.of());

        assertThat(sent.status()).isEqualTo(201);
        long id = sent.json().path("notice").asLong();
        Answer notice = as("city").get(sent.http().headers().firstValue("Location").orElseThrow());
        assertThat(notice.json().path("id").asLong()).isEqualTo(id);
        assertThat(notice.json().path("kind").asString()).isEqualTo("TEST");
        assertThat(notice.json().path("urgent").asBoolean()).isTrue();
        assertThat(notice.json().path("text").asString()).contains("广州");
        assertThat(cases.claimed(Channel.TEMPLATE).id()).isEqualTo(id);
    }

    @Test
    void one_contact_gets_a_few_test_alerts_an_hour() {
        String path = "/api/contacts/" + contact + "/test-alert";
        long second = cases.contact(institution.id(), CITY, "赵某某");
        clock.set(Instant.parse("2026-11-23T02:59:59Z"));

        assertThat(List.of(status(path), status(path), status(path), status(path))).containsExactly(201, 201, 201, 409);
        assertThat(status("/api/contacts/" + second + "/test-alert")).isEqualTo(201);
        clock.set(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(status(path)).isEqualTo(201);
    }

    private int status(String path) {
        return as("city").post(path, Map.of()).status();
    }

    @Test
    void a_contact_elsewhere_or_ended_gets_none_and_one_without_address_shows_why() {
        long without = cases.contact(institution.id(), CITY, "钱某某");
        jdbc.update("UPDATE contact SET state = 'INVITED', open_id_sealed = NULL, email_sealed = NULL WHERE id = ?", without);

        assertThat(as("elsewhere").post("/api/contacts/" + contact + "/test-alert", Map.of()).status()).isEqualTo(404);
        long id = as("city").post("/api/contacts/" + without + "/test-alert", Map.of()).json().path("notice").asLong();
        assertThat(as("city").get(path(id)).json().path("causeText").asString()).isEqualTo("没有登记联系人或可用的渠道");

        jdbc.update("UPDATE contact SET state = 'ENDED', lasting_mark = NULL, ended_at = bound_at WHERE id = ?", contact);
        assertThat(as("city").post("/api/contacts/" + contact + "/test-alert", Map.of()).json().path("code").asString())
                .isEqualTo("contact-ended");
    }

    @Test
    void what_waits_longest_is_told_for_each_channel() {
        digest();
        cases.refused(Channel.TEMPLATE, Decision.NOT_FOLLOWING, "NOT_FOLLOWING", "43004");
        after(Duration.ofMinutes(3));
        returned("TH261123-DESK0010");
        after(Duration.ofMinutes(3));
        returned("TH261123-DESK0011");

        JsonNode waiting = as("admin").get("/api/notices/statistics").json().path("waiting");

        assertThat(StreamSupport.stream(waiting.spliterator(), false)
                        .map(line -> line.path("channel").asString() + " " + line.path("dueSince").asString().substring(11, 16)))
                .containsExactlyInAnyOrder("EMAIL 10:00", "TEMPLATE 10:03");
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
