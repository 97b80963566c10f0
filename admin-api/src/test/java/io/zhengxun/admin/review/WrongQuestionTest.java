package io.zhengxun.admin.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be asked of a batch is refused with the reason. */
class WrongQuestionTest extends AdminApiTest {

    @Test
    void a_first_report_has_no_differences_and_the_answer_says_why() {
        String number = underReview(50, 2);
        Answer answer = as("city").get("/api/submissions/" + number + "/differences");
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().path("code").asString()).isEqualTo("not-a-correction");
        assertThat(answer.json().path("detail").asString()).contains(number, "不是更正批次");
        assertThat(as("elsewhere").get("/api/submissions/" + number + "/differences").status()).isEqualTo(404);
    }

    @Test
    void of_an_act_that_there_is_not_the_answer_names_those_there_are() {
        Answer answer = as("city").post("/api/submissions/acts", Map.of("act", "EAT", "batches", List.of()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("act");
        assertThat(answer.json().at("/errors/0/message").asString())
                .contains("TAKE_UP、PASS、SEND_BACK、APPROVE、SEND_UP");
    }
}
