package io.zhengxun.admin.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Staff type a question and see which answer fires, and why. */
@ExtendWith(OutputCaptureExtension.class)
class TryingOutTest extends AdminApiTest {

    private static final String NAME = "陈甲子";
    private static final String ID = "44009919900307019X";

    @BeforeEach
    void as_it_came_with_the_program() {
        jdbc.update("DELETE FROM faq_entry");
        jdbc.update("DELETE FROM faq_text");
        jdbc.update("DELETE FROM taught_phrasing");
        jdbc.update("UPDATE faq_edition SET number = number + 1");
    }

    @Test
    void the_answer_that_fires_is_shown_with_its_reasons_and_the_draft_beside_it() {
        as("province").put("/api/faq/fee_region/draft",
                Map.of("version", 0, "body", "查询免费。", "source", "粤技服〔2022〕151号 附件6"));

        JsonNode tried = tried("查證書要不要收費？");

        assertThat(tried.path("read").asString()).isEqualTo("查证书要不要收费?");
        assertThat(tried.path("decision").asString()).isEqualTo("CLEAR");
        assertThat(tried.path("reason").asString()).contains("达到 60%");
        assertThat(tried.at("/guesses/0/intent").asString()).isEqualTo("fee_region");
        assertThat(tried.at("/guesses/0/score").asDouble()).isGreaterThan(0.6);
        assertThat(tried.at("/nearest/0/intentText").asString()).isEqualTo("收费吗、外地能查吗");
        assertThat(tried.at("/weighed/0/weight").asDouble()).isEqualTo(1);
        assertThat(tried.path("answers")).hasSize(1);
        assertThat(tried.at("/answers/0/published").asString()).contains("不收取任何费用", "依据：");
        assertThat(tried.at("/answers/0/draft").asString()).startsWith("查询免费。\n依据：");
        assertThat(tried.has("taught")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "今天天气怎么样，会下雨吗, NOT_UNDERSTOOD, out_of_scope", "我要投诉, CLEAR, complaint", "😀, UNREADABLE, ''",
        "123456789, UNKNOWN_NUMBER, ''"
    })
    void each_decision_is_told(String question, String decision, String answer) {
        JsonNode tried = tried(question);

        assertThat(tried.path("decision").asString()).as(tried.toString()).isEqualTo(decision);
        assertThat(tried.path("decisionText").asString()).isNotBlank();
        assertThat(tried.at("/answers/0/intent").asString("")).isEqualTo(answer);
    }

    @Test
    void nothing_of_a_person_comes_back_or_stays(CapturedOutput log) {
        Answer tried = as("province").post("/api/faq/try", Map.of("question", "姓名：" + NAME + "，身份证号" + ID + "，帮我查下"));

        assertThat(tried.json().path("decision").asString()).isEqualTo("LOOK_UP");
        assertThat(tried.json().path("fields"))
                .extracting(field -> field.path("name").asString() + " " + field.path("value").asString())
                .containsExactly("姓名 陈**", "证件号码 440*************9X");
        assertThat(tried.text()).doesNotContain(NAME, ID);
        assertThat(tried.http().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(log.getAll()).doesNotContain(NAME, ID);
    }

    @Test
    void a_number_typed_wrongly_is_said_to_be_so() {
        JsonNode tried = tried("帮我查 44009919900307010X");

        assertThat(tried.at("/fields/0/problems/0").asString()).isNotBlank();
        assertThat(tried.toString()).doesNotContain("44009919900307010X");
    }

    @Test
    void nothing_and_a_novel_are_refused() {
        assertThat(as("province").post("/api/faq/try", Map.of("question", " ")).status()).isEqualTo(422);
        assertThat(as("province").post("/api/faq/try", Map.of("question", "长".repeat(1001))).text()).contains("不超过 1000 字");
    }

    private JsonNode tried(String question) {
        Answer answer = as("province").post("/api/faq/try", Map.of("question", question));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
