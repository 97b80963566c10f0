package io.zhengxun.admin.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi;
import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.submission.InventedRows;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the institution's hand to the province's, over HTTP. */
class ReviewFlowTest extends AdminApiTest {

    private int serial = 1;

    @Test
    void a_batch_goes_from_the_city_to_the_province() {
        String number = received(3);
        JsonNode item = queued("city", number);
        assertThat(item.path("stage").asString()).isEqualTo("RECEIVED");
        assertThat(item.path("dueOn").asString()).isEqualTo("2026-12-14");
        assertThat(item.path("daysLeft").asInt()).isEqualTo(15);
        assertThat(item.path("overdue").asBoolean()).isFalse();
        assertThat(texts(item.path("acts"))).containsExactly("TAKE_UP");
        assertThat(texts(queued("city-lead", number).path("acts"))).isEmpty();

        act("city", number, "take-up", "CITY_REVIEW");
        assertThat(queued("city", number).path("handler").asString()).isEqualTo("city");
        assertThat(texts(queued("city", number).path("acts"))).contains("PASS", "RETURN_SOME");
        act("city", number, "pass", "CITY_REVIEWED");
        act("city-lead", number, "approve", "CITY_APPROVED");
        act("city-lead", number, "send-up", "PROVINCE_REVIEW");

        assertThat(as("city").get("/api/queue").json().path("items")).isEmpty();
        assertThat(queued("province", number).path("findings").asInt()).isZero();
        act("province", number, "pass", "PROVINCE_REVIEWED");
        act("province-lead", number, "approve", "PROVINCE_APPROVED");
    }

    @Test
    void the_lead_sends_back_with_a_reason() {
        String number = received(1);
        act("city", number, "take-up", "CITY_REVIEW");
        act("city", number, "pass", "CITY_REVIEWED");

        Answer without = post("city-lead", number, "send-back", version(number), null);
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().at("/errors/0/field").asString()).isEqualTo("remark");
        Answer sentBack = post("city-lead", number, "send-back", version(number), "第 2 行请再核对");
        assertThat(sentBack.json().path("stage").asString()).isEqualTo("CITY_REVIEW");
        assertThat(sentBack.json().path("stageText").asString()).isEqualTo("市技能中心审核中");
    }

    @Test
    void an_act_on_an_older_state_tells_what_was_done_since() {
        String number = received(1);
        int seen = version(number);
        act("city", number, "take-up", "CITY_REVIEW");

        Answer refused = post("city", number, "pass", seen, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("changed-meanwhile");
        assertThat(refused.json().path("rule").asString()).isEqualTo("W4");
        assertThat(refused.json().path("detail").asString()).contains("city", "受理");
    }

    @Test
    void an_act_at_the_wrong_stage_says_where_it_belongs() {
        String number = received(1);
        Answer refused = post("city", number, "pass", version(number), null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("act-not-possible");
        assertThat(refused.json().path("rule").asString()).isEqualTo("R1");
        assertThat(refused.json().path("detail").asString()).contains("已接收", "市技能中心审核中");
    }

    @ParameterizedTest
    @ValueSource(strings = {"take-up", "pass", "send-up"})
    void a_batch_of_another_city_does_not_exist(String act) {
        String number = received(1);
        Answer refused = post("elsewhere", number, act, version(number), null);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(post("elsewhere", "PC000000-NOTTHERE", act, 0, null).json().path("detail"))
                .isEqualTo(refused.json().path("detail"));
        assertThat(as("elsewhere").get("/api/submissions/" + number + "/rows").status()).isEqualTo(404);
        assertThat(as("elsewhere").get("/api/queue").json().path("items")).isEmpty();
        assertThat(as("elsewhere").get("/api/queue?institution=" + InventedRows.PREFIX).status()).isEqualTo(404);
    }

    @Test
    void many_are_done_or_refused_each_by_itself_and_a_repetition_acts_no_second_time() {
        String good = received(1);
        String wrong = received(1);
        act("city", good, "take-up", "CITY_REVIEW");
        List<Map<String, Object>> batches = List.of(
                Map.of("number", good, "version", version(good)), Map.of("number", wrong, "version", version(wrong)),
                Map.of("number", "PC000000-NOTTHERE", "version", 0));
        String key = UUID.randomUUID().toString();

        Answer first = many("city", Map.of("act", "PASS", "batches", batches), key);
        Answer second = many("city", Map.of("act", "PASS", "batches", batches), key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("done").asInt()).isEqualTo(1);
        assertThat(first.json().path("refused").asInt()).isEqualTo(2);
        assertThat(first.json().at("/items/0/done/stage").asString()).isEqualTo("CITY_REVIEWED");
        assertThat(first.json().at("/items/1/code").asString()).isEqualTo("act-not-possible");
        assertThat(first.json().at("/items/1/rule").asString()).isEqualTo("R1");
        assertThat(first.json().at("/items/2/code").asString()).isEqualTo("absent");
        assertThat(first.json().at("/items/2/detail").asString()).containsPattern("\\p{IsHan}");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(many("city", Map.of("act", "TAKE_UP", "batches", batches), key).json().path("code").asString())
                .isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|act", "{\"act\": \"PASS\"}|batches", "{\"act\": \"PASS\", \"batches\": [null]}|batches",
        "{\"act\": \"DANCE\", \"batches\": []}|act", "{\"act\": \"SUBMIT\", \"batches\": []}|act",
        "{\"act\": \"SEND_BACK\", \"batches\": [{\"number\": \"x\", \"version\": 1}]}|remark",
    })
    void a_request_for_many_that_cannot_be_used_names_the_field(String body, String field) {
        Answer refused = as("city-lead").post("/api/submissions/acts", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).startsWith(field);
    }

    @Test
    void rows_are_shown_in_full_where_the_batch_lies_and_masked_elsewhere() {
        String number = received(3);

        JsonNode citys = as("city").get("/api/submissions/" + number + "/rows?limit=2").json();
        assertThat(citys.path("inFull").asBoolean()).isTrue();
        assertThat(citys.at("/items/0/name").asString()).isEqualTo(InventedRows.name(serial - 3));
        assertThat(citys.at("/items/0/idNumber").asString()).isEqualTo(InventedRows.idNumber(serial - 3));
        assertThat(citys.path("next").asInt()).isEqualTo(citys.at("/items/1/row").asInt());
        JsonNode provinces = as("province").get("/api/submissions/" + number + "/rows").json();
        assertThat(provinces.path("inFull").asBoolean()).isFalse();
        assertThat(provinces.path("items")).hasSize(3);
        assertThat(provinces.toString())
                .doesNotContain(InventedRows.name(serial - 3))
                .doesNotContain(InventedRows.idNumber(serial - 3));
        assertThat(as("admin").get("/api/submissions/" + number + "/rows").status()).isEqualTo(403);
    }

    @Test
    void findings_stand_beside_their_row_and_are_counted_in_the_queue() {
        String first = received(1);
        serial += 5;
        String issuance = issued(2, ISSUED);
        String csv = InventedRows.csv(serial, 1, ISSUED)
                + String.join(",", InventedRows.row(serial + 4, ISSUED)) + "\r\n";
        String number = submitted(as("own").handIn(csv, issuance));

        JsonNode rows = as("city").get("/api/submissions/" + number + "/rows").json().path("items");
        assertThat(rows.path(0).path("findings")).isEmpty();
        assertThat(rows.path(1).at("/findings/0/code").asString()).isEqualTo("SERIAL_GAP");
        assertThat(rows.path(1).at("/findings/0/rule").asString()).isEqualTo("K8");
        assertThat(rows.path(1).at("/findings/0/text").asString()).contains("3 个流水号");
        assertThat(queued("city", number).path("findings").asInt()).isEqualTo(1);
        assertThat(queued("city", first).path("findings").asInt()).isZero();
    }

    @Test
    void the_queue_is_paged_and_filtered() {
        String a = received(1);
        String b = received(1);
        act("city", b, "take-up", "CITY_REVIEW");

        JsonNode first = as("city").get("/api/queue?limit=1").json();
        JsonNode second = as("city").get("/api/queue?limit=1&after=" + first.path("next").asString()).json();
        assertThat(first.at("/items/0/number").asString()).isEqualTo(a);
        assertThat(second.at("/items/0/number").asString()).isEqualTo(b);
        assertThat(second.has("next")).isFalse();
        assertThat(numbers("city", "?mine=true")).containsExactly(b);
        assertThat(numbers("city", "?stage=RECEIVED")).containsExactly(a);
        assertThat(numbers("city", "?overdue=true")).isEmpty();
        assertThat(numbers("city", "?dueUntil=2026-12-13")).isEmpty();
        assertThat(numbers("city", "?dueUntil=2026-12-14&institution=" + InventedRows.PREFIX)).containsExactly(a, b);
        assertThat(as("auditor").get("/api/queue").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "after=nonsense, after", "limit=0, limit", "limit=201, limit", "stage=NOWHERE, stage", "mine=perhaps, mine",
        "dueUntil=2026-02-30, dueUntil", "overdue=1, overdue", "state=RECEIVED, state",
    })
    void a_wrong_parameter_of_the_queue_is_named(String parameter, String field) {
        Answer refused = as("city").get("/api/queue?" + parameter);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void the_province_maintains_the_reasons_and_everybody_reads_them() {
        String code = "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase();
        Answer added = as("province").post("/api/return-reasons", Map.of("code", code, "wording", "照片不清晰"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(as("own").get("/api/return-reasons").text()).contains(code, "照片不清晰");

        Answer silent = as("province").put("/api/return-reasons/" + code, Map.of("wording", "照片不清晰", "version", 0));
        assertThat(silent.json().at("/errors/0/field").asString()).isEqualTo("active");

        Answer retired = as("province-lead")
                .put("/api/return-reasons/" + code, Map.of("wording", "照片不清晰", "active", false, "version", 0));
        assertThat(retired.json().path("active").asBoolean(true)).isFalse();
        Answer old = as("province")
                .put("/api/return-reasons/" + code, Map.of("wording", "照片过期", "active", true, "version", 0));
        assertThat(old.status()).isEqualTo(409);
        assertThat(old.json().path("detail").asString()).contains("province-lead", "照片不清晰");
        assertThat(as("province").post("/api/return-reasons", Map.of("code", code, "wording", "照片")).status())
                .isEqualTo(409);
        assertThat(as("province").post("/api/return-reasons", Map.of("code", "x")).json().path("errors")).hasSize(2);
        assertThat(as("city-lead").post("/api/return-reasons", Map.of()).status()).isEqualTo(403);
    }

    private String received(int rows) {
        String csv = InventedRows.csv(serial, rows, ISSUED);
        serial += rows;
        return submitted(as("own").handIn(csv, issued(rows, ISSUED)));
    }

    private String submitted(Answer draft) {
        String number = draft.json().at("/submission/number").asString();
        Answer answer = as("own").post("/api/submissions/" + number + "/submit", Map.of("version", version(number)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return number;
    }

    private int version(String number) {
        return as("own").get("/api/submissions/" + number).json().path("version").asInt();
    }

    private void act(String account, String number, String act, String stage) {
        Answer answer = post(account, number, act, version(number), null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("stage").asString()).isEqualTo(stage);
        assertThat(answer.json().path("version").asInt()).isEqualTo(version(number));
    }

    private Answer post(String account, String number, String act, Integer version, String remark) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("remark", remark);
        return as(account).post("/api/submissions/" + number + "/" + act, body);
    }

    private Answer many(String account, Object body, String key) {
        AdminApi api = as(account);
        return api.send(api.request("/api/submissions/acts")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    private JsonNode queued(String account, String number) {
        return StreamSupport.stream(as(account).get("/api/queue").json().path("items").spliterator(), false)
                .filter(item -> item.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<String> numbers(String account, String query) {
        return StreamSupport.stream(as(account).get("/api/queue" + query).json().path("items").spliterator(), false)
                .map(item -> item.path("number").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }
}
