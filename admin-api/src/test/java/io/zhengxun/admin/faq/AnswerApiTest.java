package io.zhengxun.admin.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.faq.FaqTexts;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Staff write an answer, see what changes, publish it, and take it back. */
class AnswerApiTest extends AdminApiTest {

    private static final String PATH = "/api/faq/fee_region";
    private static final String SOURCE = "粤技服〔2022〕151号 附件6";

    @Autowired
    FaqTexts texts;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void as_it_came_with_the_program() {
        jdbc.update("DELETE FROM faq_entry");
        jdbc.update("DELETE FROM faq_text");
        jdbc.update("UPDATE faq_edition SET number = number + 1");
    }

    @Test
    void all_answers_are_listed_in_staffs_words() {
        JsonNode items = as("auditor").get("/api/faq").json().path("items");

        assertThat(items).hasSize(23).allSatisfy(item -> {
            assertThat(item.path("intentText").asString()).isNotEqualTo(item.path("intent").asString()).isNotBlank();
            assertThat(item.path("body").asString()).isNotBlank();
            assertThat(item.path("stateText").asString()).isEqualTo("随程序提供");
        });
        JsonNode lookup = items.get(0);
        assertThat(lookup.path("intent").asString()).isEqualTo("lookup");
        assertThat(lookup.path("guided").asBoolean()).isTrue();
        assertThat(lookup.has("publishedBy")).isFalse();
    }

    @Test
    void a_draft_is_written_compared_published_and_used_within_seconds() {
        assertThat(texts.of("fee_region").orElseThrow().version()).isZero();
        String now = as("province").get(PATH).json().path("body").asString();
        Answer drafted = as("province").put(PATH + "/draft", draft(0, now + "\n查询免费。"));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        JsonNode draft = drafted.json().path("draft");
        assertThat(lines(draft.path("differences"), "ADDED")).contains("查询免费。");
        assertThat(lines(draft.path("differences"), "REMOVED")).doesNotContain(now.split("\n")[0]);
        assertThat(draft.path("bytes").asInt()).isGreaterThan(now.length() * 2);

        Answer published = as("province-lead").post(PATH + "/publish", Map.of("version", drafted.json().path("version").asInt()));
        assertThat(published.json().path("stateText").asString()).isEqualTo("已发布");
        assertThat(published.json().path("publishedBy").asString()).isEqualTo("province-lead");
        assertThat(published.json().path("publishedAt").asString()).isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(published.json().has("draft")).isFalse();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(texts.of("fee_region").orElseThrow().reply()).contains("查询免费。"));
        assertThat(acts()).endsWith("FAQ_DRAFTED", "FAQ_PUBLISHED");
    }

    @Test
    void an_earlier_version_comes_back_and_the_history_shows_what_changed() {
        publish(0, "第一版。");
        publish(2, "第二版。");
        Answer restored = as("province").post(PATH + "/restore", Map.of("version", 4, "textVersion", 1));
        assertThat(restored.json().path("body").asString()).isEqualTo("第一版。");

        Answer first = as("auditor").get(PATH + "/versions?limit=2");
        assertThat(first.json().at("/items/0/restoredFrom").asInt()).isEqualTo(1);
        assertThat(lines(first.json().at("/items/0/differences"), "ADDED")).containsExactly("第一版。");
        assertThat(lines(first.json().at("/items/0/differences"), "REMOVED")).containsExactly("第二版。");
        assertThat(lines(first.json().at("/items/0/differences"), "SAME")).containsExactly("依据：" + SOURCE);
        Answer rest = as("auditor").get(PATH + "/versions?after=" + first.json().path("next").asInt());
        assertThat(rest.json().path("items")).extracting(item -> item.path("textVersion").asInt()).containsExactly(1, 0);
        assertThat(rest.json().at("/items/1").has("differences")).isFalse();
        assertThat(rest.json().has("next")).isFalse();
    }

    @Test
    void what_cannot_be_used_is_refused_in_chinese() {
        assertThat(as("province").put(PATH + "/draft", Map.of("version", 0, "body", "免费。", "source", "听说的")).text())
                .contains("请写明依据");
        assertThat(as("province").put(PATH + "/draft", draft(0, "长".repeat(700))).text()).contains("微信一次最多回复 2048 字节");
        assertThat(as("province").post(PATH + "/publish", Map.of("version", 0)).text()).contains("没有待发布的草稿");
        as("province").put(PATH + "/draft", draft(0, "甲写的。"));
        Answer late = as("province-lead").put(PATH + "/draft", draft(0, "乙写的。"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("已由 province 于 2026-11-23 10:00 修改");
        assertThat(as("province").put(PATH + "/draft", Map.of("body", "免费。", "source", SOURCE)).status()).isEqualTo(422);
        assertThat(as("province").post(PATH + "/restore", Map.of("version", 1)).status()).isEqualTo(422);
        assertThat(as("province").get("/api/faq/weather").status()).isEqualTo(404);
        assertThat(as("province").post(PATH + "/discard", Map.of("version", 1)).json().has("draft")).isFalse();
    }

    @Test
    void an_act_sent_twice_with_its_key_is_done_once() {
        as("province").put(PATH + "/draft", draft(0, "查询免费。"));
        for (int i = 0; i < 2; i++) {
            Answer answer = as("province").send(as("province").request(PATH + "/publish")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "publish-once-2026")
                    .POST(BodyPublishers.ofString("{\"version\": 1}")));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        assertThat(count("faq_text")).isEqualTo(1);
    }

    private void publish(int seen, String body) {
        as("province").put(PATH + "/draft", draft(seen, body));
        assertThat(as("province").post(PATH + "/publish", Map.of("version", seen + 1)).status()).isEqualTo(200);
    }

    private static Map<String, Object> draft(int seen, String body) {
        return Map.of("version", seen, "body", body, "source", SOURCE);
    }

    private static List<String> lines(JsonNode differences, String kind) {
        return StreamSupport.stream(differences.spliterator(), false)
                .filter(line -> line.path("kind").asString().equals(kind))
                .map(line -> line.path("line").asString())
                .toList();
    }

    private List<String> acts() {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.FAQ_TEXT, "fee_region")).stream().map(AuditEntry::act).toList();
    }
}
