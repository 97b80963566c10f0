package io.zhengxun.admin.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.question.Questions;
import io.zhengxun.registry.question.UnansweredQuestion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Staff find what was not understood and teach it. */
class QuestionApiTest extends AdminApiTest {

    private static final String NEW = "今天白菜多少钱一斤";

    @Autowired
    Questions questions;

    @BeforeEach
    @AfterEach
    void nothing_was_asked_or_taught() {
        jdbc.update("DELETE FROM unanswered_question");
        jdbc.update("DELETE FROM question_group");
        jdbc.update("DELETE FROM taught_phrasing");
        jdbc.update("UPDATE phrasing_edition SET number = number + 1");
    }

    @Test
    void what_is_asked_most_or_last_comes_first_and_pages_follow_each_other() {
        asked(9, NEW, NEW + "呀");
        asked(5, "广州会下雨吗");

        Answer most = as("province").get("/api/questions?limit=1");
        assertThat(most.json().at("/items/0/leader").asString()).isEqualTo(NEW);
        assertThat(most.json().at("/items/0/questions").asInt()).isEqualTo(2);
        assertThat(most.json().at("/items/0").has("examples")).isFalse();
        Answer second = as("auditor").get("/api/questions?limit=1&after=" + most.json().path("next").asString());
        assertThat(second.json().at("/items/0/leader").asString()).isEqualTo("广州会下雨吗");
        assertThat(second.json().has("next")).isFalse();

        Answer latest = as("province").get("/api/questions?order=RECENT&limit=1");
        assertThat(latest.json().at("/items/0/leader").asString()).isEqualTo("广州会下雨吗");
        assertThat(as("province").get("/api/questions?order=RECENT&limit=1&after=" + latest.json().path("next").asString())
                        .json().at("/items/0/leader").asString())
                .isEqualTo(NEW);
        assertThat(as("province").get("/api/questions?order=LOUDEST&after=1").status()).isEqualTo(422);
    }

    @Test
    void a_group_is_opened_with_its_examples_assigned_and_understood_within_seconds_until_it_is_withdrawn() {
        long id = asked(5, NEW);
        JsonNode one = as("province").get("/api/questions/" + id).json();
        assertThat(one.at("/examples/0/text").asString()).isEqualTo(NEW);
        assertThat(one.at("/examples/0/guessText").asString()).isEqualTo("其他（答不上来）");
        assertThat(tried().path("decision").asString()).isNotEqualTo("CLEAR");

        Answer assigned = as("province").post(
                "/api/questions/" + id + "/assign", Map.of("intent", "commitment", "phrasings", List.of(NEW)));
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(assigned.json().path("stateText").asString()).isEqualTo("已归入意图");
        assertThat(assigned.json().path("intentText").asString()).isEqualTo("承诺书怎么签");
        await().atMost(Duration.ofSeconds(6)).untilAsserted(() -> {
            assertThat(tried().at("/answers/0/intent").asString()).isEqualTo("commitment");
            assertThat(tried().at("/taught/text").asString()).isEqualTo(NEW);
            assertThat(tried().path("reason").asString()).isEqualTo("与教过的说法相同或几乎相同。");
        });

        JsonNode taught = as("auditor").get("/api/phrasings").json().at("/items/0");
        assertThat(taught.path("taughtBy").asString()).isEqualTo("province");
        String withdraw = "/api/phrasings/" + taught.path("id").asLong() + "/withdraw";
        assertThat(as("province-lead").post(withdraw, "").status()).isEqualTo(200);
        assertThat(as("province-lead").post(withdraw, "").status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(tried().path("decision").asString()).isNotEqualTo("CLEAR"));
    }

    @Test
    void what_was_handled_is_not_handled_again() {
        long id = asked(5, "广州会下雨吗");

        assertThat(as("province").post("/api/questions/" + id + "/close", "").json().path("stateText").asString())
                .isEqualTo("不必处理");
        Answer again = as("province-lead").post("/api/questions/" + id + "/close", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("已由 province 处理");
        assertThat(as("province").get("/api/questions").json().path("items").isEmpty()).isTrue();
        assertThat(as("province").get("/api/questions?state=DONE").json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"身份证44009919900307019X查不到", "姓名：陈甲子，查不到", "电话138 0013 8000", "Y000144000001251000001"})
    void what_names_a_person_is_not_taught_and_not_repeated(String phrasing) {
        long id = asked(5, NEW);

        Answer refused = as("province").post(
                "/api/questions/" + id + "/assign", Map.of("intent", "commitment", "phrasings", List.of(phrasing)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Q6", "phrasings").doesNotContain(phrasing);
        assertThat(count("taught_phrasing")).isZero();
    }

    @Test
    void what_is_exported_has_the_form_of_the_programs_phrasings() throws IOException {
        long id = asked(5, NEW);
        as("province").post("/api/questions/" + id + "/assign",
                Map.of("intent", "commitment", "phrasings", List.of(NEW, "#某某的证办好没")));

        Answer answer = as("admin").get("/api/phrasings/export");

        assertThat(answer.http().headers().firstValue("Content-Disposition").orElse("")).contains("phrasings.zip");
        assertThat(unzipped(answer.http().body()))
                .isEqualTo(Map.of("commitment_9.txt", "# taught\n" + NEW + "\n某某的证办好没\n"));
    }

    private JsonNode tried() {
        return as("province").post("/api/faq/try", Map.of("question", NEW + "？")).json();
    }

    /** @param minutesAgo when the first was asked */
    private long asked(int minutesAgo, String... texts) {
        questions.collect(List.of(texts).stream()
                .map(text -> new UnansweredQuestion(text, "out_of_scope", 0.31, NOW.minus(Duration.ofMinutes(minutesAgo))))
                .toList());
        return jdbc.queryForObject("SELECT MAX(id) FROM question_group", Long.class);
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
