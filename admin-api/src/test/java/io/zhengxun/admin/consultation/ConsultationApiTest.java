package io.zhengxun.admin.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.consultation.Consultations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Staff find who waits, read what was said, and answer. */
class ConsultationApiTest extends AdminApiTest {

    private static final String QUESTION = "证书一直查不到";

    @Autowired
    Consultations consultations;

    @Autowired
    AuditTrail trail;

    private final String person = "o" + UUID.randomUUID();

    @BeforeEach
    void nobody_waits() {
        jdbc.update("DELETE FROM consultation_message");
        jdbc.update("DELETE FROM consultation");
    }

    @Test
    void the_queue_has_no_words_and_its_pages_follow_each_other() {
        String first = asked(person);
        clock.set(NOW.plus(Duration.ofHours(5)));
        String second = asked("o" + UUID.randomUUID());
        Answer page = as("province").get("/api/consultations?limit=1");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain(QUESTION).doesNotContain(person);
        assertThat(page.json().at("/items/0/number").asString()).isEqualTo(first);
        assertThat(page.json().at("/items/0/overdue").asBoolean()).isTrue();
        assertThat(page.json().at("/items/0/dueAt").asString()).isEqualTo("2026-11-23T12:00:00+08:00");
        Answer next = as("auditor").get("/api/consultations?limit=1&after=" + page.json().path("next").asString());
        assertThat(next.json().at("/items/0/number").asString()).isEqualTo(second);
        assertThat(next.json().at("/items/0/acts").isEmpty()).isTrue();
        assertThat(next.json().has("next")).isFalse();
    }

    @Test
    void what_was_said_is_shown_to_who_opens_it_and_that_is_kept() {
        String number = asked(person);
        Answer one = as("province").get("/api/consultations/" + number);
        assertThat(one.json().at("/said/0/text").asString()).isEqualTo(QUESTION);
        assertThat(one.json().at("/said/0/authorText").asString()).isEqualTo("对话摘要");
        assertThat(one.http().headers().firstValue("Cache-Control")).hasValueSatisfying(
                control -> assertThat(control).contains("no-store"));
        assertThat(acts(number)).containsExactly("CONSULTATION_READ");
    }

    @Test
    void an_answer_is_given_once_however_often_it_is_sent() {
        String number = asked(person);
        JsonNode taken = as("province").post("/api/consultations/" + number + "/take", Map.of("version", 0)).json();
        assertThat(taken.path("takenBy").asString()).isEqualTo("province");
        Map<String, Object> form = Map.of("version", taken.path("version").asInt(), "answer", "请联系评价机构。");
        Answer answered = as("province").post("/api/consultations/" + number + "/answer", form);
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(answered.json().path("stateText").asString()).isEqualTo("已答复");
        Answer again = as("province").post("/api/consultations/" + number + "/answer", form);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("consultation-changed");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM outbox_event WHERE kind = 'CONSULTATION_ANSWERED'"
                + " AND subject_key = ?", Integer.class, number)).isEqualTo(1);
        assertThat(jdbc.queryForObject("SELECT facts FROM outbox_event WHERE subject_key = ?", String.class, number))
                .doesNotContain("评价机构");
    }

    @Test
    void what_the_asker_added_meanwhile_is_read_first() {
        String number = asked(person);
        consultations.add(person, "我是去年考的");
        Answer refused = as("province").post(
                "/api/consultations/" + number + "/answer", Map.of("version", 0, "answer", "答复"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("又补充了内容");
    }

    @Test
    void a_closed_one_leaves_the_queue() {
        String number = asked(person);
        assertThat(as("province-lead").post("/api/consultations/" + number + "/close",
                Map.of("version", 0, "reason", "")).status()).isEqualTo(422);
        assertThat(as("province-lead").post("/api/consultations/" + number + "/close",
                Map.of("version", 0, "reason", "重复咨询")).status()).isEqualTo(200);
        assertThat(as("province").get("/api/consultations").json().path("items").isEmpty()).isTrue();
        assertThat(as("province").get("/api/consultations?state=CLOSED").json().at("/items/0/number").asString())
                .isEqualTo(number);
        assertThat(acts(number)).containsExactly("CONSULTATION_CLOSED");
    }

    private String asked(String who) {
        return consultations.open(who, QUESTION).consultation().number();
    }

    private List<String> acts(String number) {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.CONSULTATION, number)).stream().map(AuditEntry::act).toList();
    }
}
