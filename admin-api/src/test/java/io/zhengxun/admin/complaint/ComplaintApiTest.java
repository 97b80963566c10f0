package io.zhengxun.admin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintPicture;
import io.zhengxun.registry.complaint.ComplaintPictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Complaints at the API: whose they are, what each may read, and the acts (X1, D11). */
class ComplaintApiTest extends AdminApiTest {

    private static final String PATH = "/api/complaints";

    @Autowired
    private BeanFactory beans;

    private Complaint filed;
    private String one;

    @BeforeEach
    void a_complaint_about_an_institution_of_the_city() {
        jdbc.execute("DELETE FROM complaint_entry");
        jdbc.execute("DELETE FROM complaint_picture");
        jdbc.execute("DELETE FROM complaint");
        filed = ComplaintCases.of(beans).filed(institution.id());
        one = PATH + "/" + filed.number();
    }

    private Answer act(String account, String act, int version, String text) {
        return as(account).post(one + "/" + act, text == null ? Map.of("version", version)
                : Map.of("version", version, "text", text));
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString();
    }

    @Test
    void a_complaint_goes_from_filed_to_closed() {
        assertThat(act("city", "assignment", 0, null).json().path("assignedTo").asString()).isEqualTo("city");
        assertThat(act("city", "question", 1, "请说明上报时间").json().path("state").asString())
                .isEqualTo("STATEMENT_ASKED");
        assertThat(act("own", "statement", 2, "已于周二上报").json().path("state").asString()).isEqualTo("ASSIGNED");
        assertThat(act("city-lead", "answer", 3, "机构已上报，预计下周上网").json().path("dueOn").asString())
                .isEqualTo("2026-11-30");
        Answer closed = act("city", "closing", 4, null);
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().path("stateText").asString()).isEqualTo("已办结");
        assertThat(as("city").get(PATH).json().path("items")).isEmpty();
        assertThat(as("city").get(PATH + "?state=CLOSED").json().at("/items/0/number").asString())
                .isEqualTo(filed.number());
    }

    @Test
    void what_was_written_is_shown_to_the_centre_in_the_one_case_only() {
        for (String account : List.of("city", "city-lead", "province", "province-lead", "auditor")) {
            assertThat(as(account).get(PATH).text())
                    .contains(filed.number(), "待受理", "\"dueOn\":\"2026-11-24\"")
                    .doesNotContain(ComplaintCases.WORDS, ComplaintCases.PHONE, "media-1");
        }
        for (String account : List.of("city", "province")) {
            assertThat(as(account).get(one).text())
                    .contains(ComplaintCases.WORDS, ComplaintCases.PHONE, "正在从微信取回")
                    .doesNotContain("media-1");
        }
        assertThat(as("auditor").get(one).text())
                .contains("投诉内容")
                .doesNotContain(ComplaintCases.WORDS, ComplaintCases.PHONE, "media-1");
        assertThat(as("auditor").get("/api/audit?subjectKind=COMPLAINT&subjectKey=" + filed.number()).text())
                .contains("COMPLAINT_VIEWED")
                .doesNotContain(ComplaintCases.WORDS, ComplaintCases.PHONE);
    }

    @Test
    void an_institution_sees_what_it_was_asked_and_nothing_of_the_holder() {
        assertThat(as("own").get(one).status()).isEqualTo(404);
        assertThat(as("own").get(PATH).json().path("items")).isEmpty();
        act("city", "assignment", 0, null);
        act("city", "question", 1, "请说明上报时间");
        assertThat(as("own").get(PATH).json().at("/items/0/possible/0").asString()).isEqualTo("STATE");
        assertThat(as("own").get(one).text())
                .contains("请说明上报时间")
                .doesNotContain(ComplaintCases.WORDS, ComplaintCases.PHONE, "media-1");
        assertThat(as("other").get(one).status()).isEqualTo(404);
        assertThat(as("other").get(PATH).json().path("items")).isEmpty();
    }

    @Test
    void one_about_nobody_known_is_the_provinces_until_it_names_the_institution() {
        Complaint unknown = ComplaintCases.of(beans).filed(null);
        one = PATH + "/" + unknown.number();
        assertThat(as("city").get(one).status()).isEqualTo(404);
        assertThat(as("province").get(PATH).text()).contains(unknown.number());
        Answer taken = act("province", "assignment", 0, null);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().has("institution")).isFalse();
        assertThat(code(act("province", "question", 1, "请说明"))).isEqualTo("fields");
        Answer asked = as("province").post(one + "/question",
                Map.of("version", 1, "text", "请说明", "institution", institution.numberPrefix()));
        assertThat(asked.json().path("numberPrefix").asString()).isEqualTo(institution.numberPrefix());
        assertThat(as("own").get(one).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "city,    answer,     0, 答复,   409, complaint-act-not-possible",
        "city,    closing,    0, ,      409, complaint-act-not-possible",
        "city,    assignment, 7, ,      409, complaint-changed",
        "city,    assignment, 0, ,      200, ''"})
    void acts_out_of_turn_are_refused(String account, String act, int version, String text, int status, String code) {
        Answer answer = act(account, act, version, text);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void an_answer_fits_into_one_message() {
        act("city", "assignment", 0, null);
        assertThat(code(act("city", "answer", 1, "答".repeat(501)))).isEqualTo("fields");
        assertThat(code(act("city", "answer", 1, " "))).isEqualTo("fields");
        assertThat(act("city", "answer", 1, "答".repeat(500)).status()).isEqualTo(200);
    }

    @Test
    void a_picture_is_shown_to_the_centre_and_kept_by_no_browser() {
        byte[] png = "\u0089PNG\r\n\u001a\nwhat is on it".getBytes(StandardCharsets.ISO_8859_1);
        String picture = one + "/pictures/1";
        assertThat(as("city").get(picture).status()).as("not fetched yet").isEqualTo(404);
        ComplaintPictures pictures = beans.getBean(ComplaintPictures.class);
        pictures.claim(10, Duration.ofMinutes(1)).forEach(each -> pictures.keep(each, png));

        Answer shown = as("city").get(picture);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.http().body()).isEqualTo(png);
        assertThat(shown.http().headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.http().headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(shown.http().headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(as("city").get(one).json().at("/pictures/0/state").asString()).isEqualTo("KEPT");
        assertThat(as("auditor").get(one).json().path("pictures")).isEmpty();
        assertThat(as("auditor").get("/api/audit?subjectKind=COMPLAINT&subjectKey=" + filed.number()).text())
                .contains("COMPLAINT_PICTURE_VIEWED");
    }

    @Test
    void a_picture_that_could_not_be_fetched_is_said_so() {
        ComplaintPictures pictures = beans.getBean(ComplaintPictures.class);
        pictures.claim(10, Duration.ofMinutes(1)).forEach(each -> pictures.giveUp(each, ComplaintPicture.State.LOST));
        assertThat(as("city").get(one).json().at("/pictures/0/stateText").asString())
                .isEqualTo("未能取回（微信只保留 3 天），请联系投诉人补充");
        assertThat(as("city").get(one + "/pictures/1").status()).isEqualTo(404);
    }

    @Test
    void an_institution_sees_by_when_it_has_to_state_its_view() {
        act("city", "assignment", 0, null);
        act("city", "question", 1, "请说明上报时间");
        assertThat(as("own").get(one).json().path("statementDueOn").asString()).isEqualTo("2026-11-25");
        assertThat(as("own").get("/api/deadlines").text()).contains("D11_STATEMENT", filed.number())
                .doesNotContain("D11_ANSWER", "D11_RESOLUTION");
        act("own", "statement", 2, "已于周二上报");
        assertThat(as("own").get(one).json().has("statementDueOn")).isFalse();
        assertThat(as("own").get("/api/deadlines").text()).doesNotContain(filed.number());
    }

    @Test
    void refusals_say_in_chinese_what_is_wrong() {
        assertThat(act("city", "answer", 0, "答复").text()).contains("“待受理”的投诉目前不能答复");
        act("city", "assignment", 0, null);
        assertThat(act("city", "assignment", 0, null).text())
                .contains("投诉 " + filed.number() + " 已有变动，现为“已受理”，请刷新后再办理");
        assertThat(act("city", "answer", 1, " ").text()).contains("请填写内容");
        assertThat(as("city").post(one + "/assignment", Map.of("version", 1, "assignee", "own")).text())
                .contains("应为有权办理该投诉的在用账号");
        assertThat(as("city").post(one + "/question",
                        Map.of("version", 1, "text", "请说明", "institution", "Z999944999999")).text())
                .contains("本账号范围内没有此评价机构");
    }

    @Test
    void an_act_that_is_sent_again_is_done_once() {
        List<Answer> answers = Stream.generate(() -> as("city").send(as("city")
                        .request(one + "/assignment")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "take-" + filed.number())
                        .POST(BodyPublishers.ofString("{\"version\": 0}"))))
                .limit(2)
                .toList();
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.get(1).json()).isEqualTo(answers.get(0).json());
        assertThat(as("city").get(one).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void the_deadlines_stand_in_the_centres_list_by_the_complaints_number() {
        assertThat(as("city").get("/api/deadlines").text()).contains("D11_ANSWER", "D11_RESOLUTION", filed.number());
        assertThat(as("own").get("/api/deadlines").text()).doesNotContain(filed.number());
        assertThat(as("city").get("/api/deadlines?format=xlsx").sheet().toString()).contains(filed.number());
    }

    @Test
    void lists_are_paged_by_key() {
        String second = ComplaintCases.of(beans).filed(institution.id()).number();
        Answer first = as("city").get(PATH + "?limit=1");
        assertThat(first.json().at("/items/0/number").asString()).isEqualTo(filed.number());
        Answer rest = as("city").get(PATH + "?limit=1&after=" + first.json().path("next").asString());
        assertThat(rest.json().at("/items/0/number").asString()).isEqualTo(second);
        assertThat(rest.json().has("next")).isFalse();
        assertThat(as("city").get(PATH + "?after=2026-99-99_1").status()).isEqualTo(422);
    }
}
