package io.zhengxun.admin.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.sheet.SheetFixtures;
import io.zhengxun.admin.submission.InventedRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Rows go back and come back corrected, over the API (R2, R3, T4). */
class ReturnFlowTest extends AdminApiTest {

    private String batch;

    @BeforeEach
    void a_batch_of_three_rows_under_review() {
        batch = underReview(1, 3);
    }

    @Test
    void from_the_return_over_the_notice_to_the_correction() throws IOException {
        Answer answer = returned(Map.of(
                "version", 2, "remark", "请核对", "rows",
                List.of(Map.of("row", 2, "reason", "NAME"), Map.of("row", 4, "reason", "OTHER", "remark", "照片不清"))));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("stage").asString()).isEqualTo("CITY_REVIEW");
        assertThat(answer.json().path("version").asInt()).isEqualTo(3);
        String path = answer.http().headers().firstValue("Location").orElseThrow();
        assertThat(answer.json().at("/return/due/rule").asString()).isEqualTo("D10");
        assertThat(answer.json().at("/return/due/dueDate").asString()).isEqualTo("2026-11-24");
        assertThat(answer.json().at("/return/acts").toString()).isEqualTo("[\"RECORD_RECEIPT\"]");

        Answer todo = as("own").get("/api/returns");
        assertThat(todo.json().path("items")).hasSize(1);
        assertThat(todo.json().at("/items/0/acts").toString()).isEqualTo("[\"ACKNOWLEDGE\",\"CORRECT\"]");
        assertThat(todo.json().at("/items/0/stateText").asString()).isEqualTo("已退回，待机构收到通知");

        Answer known = as("own").post(path + "/acknowledgement", Map.of("version", 0));
        assertThat(known.json().at("/due/rule").asString()).isEqualTo("D7");
        assertThat(known.json().at("/due/dueDate").asString()).isEqualTo("2026-12-07");
        assertThat(known.json().at("/due/explanation").asString()).contains("收到退回通知之日", "2026-11-23");
        assertThat(known.json().at("/received/evidenceText").asString()).isEqualTo("机构确认收到");
        assertThat(known.json().path("reasons")).hasSize(2);

        List<List<String>> sheet = read(as("own").get(path + "/sheet").http().body());
        assertThat(sheet).hasSize(3);
        assertThat(sheet.get(0).subList(0, 9)).isEqualTo(InventedRows.HEADER);
        assertThat(sheet.get(1).subList(0, 9)).isEqualTo(InventedRows.row(1, ISSUED));
        assertThat(sheet.get(0).get(9)).isEqualTo("退回原因");
        assertThat(sheet.get(2).get(9)).isEqualTo("其他，见说明：照片不清");

        sheet.get(1).set(0, "测改正");
        Answer corrected = correct(path, SheetFixtures.xlsx(sheet));
        assertThat(corrected.status()).isEqualTo(201);
        assertThat(corrected.json().at("/return/state").asString()).isEqualTo("CORRECTED");
        assertThat(corrected.json().at("/return/correction/late").asBoolean()).isFalse();
        String correction = corrected.json().at("/return/correction/submission").asString();
        Answer seen = as("city").get("/api/submissions/" + correction);
        assertThat(seen.json().path("stage").asString()).isEqualTo("RECEIVED");
        assertThat(seen.json().at("/due/rule").asString()).isEqualTo("D2");

        Answer differences = as("city").get("/api/submissions/" + correction + "/differences");
        assertThat(differences.json().path("inFull").asBoolean()).isTrue();
        assertThat(differences.json().at("/items/0/fields/0").toString()).isEqualTo(
                "{\"field\":\"姓名\",\"before\":\"" + InventedRows.name(1) + "\",\"after\":\"测改正\",\"changed\":true}");
        assertThat(differences.json().at("/items/0/unchanged").asBoolean()).isFalse();
        assertThat(differences.json().at("/items/1/unchanged").asBoolean()).isTrue();
        assertThat(as("own").get("/api/returns").json().path("items")).isEmpty();
        assertThat(as("own").get("/api/returns?state=CORRECTED").json().path("items")).hasSize(1);
    }

    @Test
    void what_cannot_be_returned_is_listed_row_by_row() {
        Answer refused = returned(Map.of("version", 2, "rows", List.of(
                Map.of("row", 2, "reason", "NAME"), Map.of("row", 2, "reason", "NAME"), Map.of("row", 99), Map.of())));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("rule").asString()).isEqualTo("R2");
        assertThat(refused.json().path("errors").valueStream()
                        .map(error -> error.path("field").asString() + " " + error.path("code").asString()))
                .containsExactly(
                        "rows[1].row return.row-doubled",
                        "rows[2].row return.row-unknown", "rows[2].reason return.reason-unknown",
                        "rows[3].row return.row-unknown", "rows[3].reason return.reason-unknown");
        assertThat(refused.json().at("/errors/1/message").asString()).contains("99");
        assertThat(count("submission_return")).isZero();
    }

    @Test
    void all_rows_go_back_once_for_a_repeated_request() {
        Map<String, Object> form = Map.of("version", 2, "all", true, "reason", "EVIDENCE");
        Answer first = keyed("k1", form);
        Answer again = keyed("k1", form);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("stage").asString()).isEqualTo("RETURNED_BY_CITY");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(count("submission_return")).isEqualTo(1);
    }

    private Answer keyed(String key, Object form) {
        return as("city").send(as("city").request("/api/submissions/" + batch + "/return")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key + batch)
                .POST(BodyPublishers.ofString(JsonMapper.builder().build().writeValueAsString(form))));
    }

    @Test
    void all_and_rows_together_and_an_unknown_reason_are_refused() {
        assertThat(errorOf(returned(Map.of("version", 2, "all", true, "reason", "NAME", "rows", List.of()))))
                .isEqualTo("return.rows-and-all");
        assertThat(errorOf(returned(Map.of("version", 2, "all", true, "reason", "NO_SUCH"))))
                .isEqualTo("return.reason-unknown");
        assertThat(errorOf(returned(Map.of("version", 2, "all", true, "reason", "OTHER"))))
                .isEqualTo("return.other-needs-remark");
        assertThat(errorOf(returned(Map.of("version", 2)))).isEqualTo("return.no-rows");
        assertThat(errorOf(returned(Map.of("all", true, "reason", "NAME")))).isEqualTo("required");
    }

    @Test
    void staff_record_the_receipt_once_with_a_day_that_can_be() {
        String path = oneReturned();
        assertThat(errorOf(as("city-lead").post(path + "/receipt", Map.of("version", 0, "way", "FAX"))))
                .isEqualTo("return.way");
        Map<String, Object> tomorrow = Map.of("version", 0, "way", "PHONE", "receivedOn", "2026-11-24");
        assertThat(errorOf(as("city-lead").post(path + "/receipt", tomorrow))).isEqualTo("return.received-later");
        clock.set(Instant.parse("2026-11-25T01:00:00Z"));
        Answer known = as("city-lead").post(path + "/receipt", tomorrow);
        assertThat(known.json().at("/received/at").asString()).isEqualTo("2026-11-24T00:00:00+08:00");
        assertThat(known.json().at("/due/dueDate").asString()).isEqualTo("2026-12-08");
        Answer again = as("own").post(path + "/acknowledgement", Map.of("version", 1));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asString()).contains("机构已收到退回通知，待更正");
    }

    @Test
    void a_correction_that_misses_and_adds_rows_comes_back_with_errors() throws IOException {
        String path = oneReturned();
        String csv = InventedRows.csv(2, 1, ISSUED);
        Answer refused = correct(path, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("batch-refused");
        assertThat(refused.json().at("/flaws/0/code").asString()).isEqualTo("number.not-returned");
        assertThat(refused.json().at("/flaws/1/code").asString()).isEqualTo("number.not-corrected");
        assertThat(refused.json().at("/flaws/1/value").asString()).isEqualTo(InventedRows.number(1, ISSUED));
        String sheet = as("own").get(refused.json().at("/upload/sheetUrl").asString()).text();
        assertThat(sheet).contains("不在本次退回的 1 行中").contains(InventedRows.number(1, ISSUED));
        assertThat(as("own").get(path).json().path("state").asString()).isEqualTo("RECORDED");
        assertThat(correct(path, "姓名,年龄\n甲,3".getBytes(StandardCharsets.UTF_8)).json().path("code").asString())
                .isEqualTo("sheet-no-header");
    }

    @Test
    void rows_are_in_full_for_the_institution_and_masked_for_others() {
        String path = oneReturned();
        Answer own = as("own").get(path + "/rows");
        assertThat(own.json().at("/items/0/idNumber").asString()).isEqualTo(InventedRows.idNumber(1));
        assertThat(own.json().at("/items/0/reason").asString()).isEqualTo("持证人姓名与身份证件不一致");
        Answer city = as("city").get(path + "/rows");
        assertThat(city.json().path("inFull").asBoolean()).isFalse();
        assertThat(city.text()).doesNotContain(InventedRows.idNumber(1)).doesNotContain(InventedRows.name(1));
        assertThat(as("other").get(path + "/rows").status()).isEqualTo(404);
        assertThat(as("elsewhere").get("/api/returns").json().path("items")).isEmpty();
    }

    @Test
    void the_list_is_paged_by_due_date_and_filtered() {
        for (int row = 2; row <= 4; row++) {
            returned(Map.of("version", row, "rows", List.of(Map.of("row", row, "reason", "NAME"))));
        }
        String first = as("city").get("/api/returns?limit=1").json().at("/items/0/number").asString();
        as("own").post("/api/returns/" + first + "/acknowledgement", Map.of("version", 0));

        List<String> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            Answer page = as("city").get("/api/returns?limit=1" + (after.isEmpty() ? "" : "&after=" + after));
            found.add(page.json().at("/items/0/number").asString());
            after = page.json().has("next") ? page.json().path("next").asString() : null;
        }
        // Due later than the others now: the last.
        assertThat(found).hasSize(3).doesNotHaveDuplicates().endsWith(first);
        assertThat(as("city").get("/api/returns?state=NOTIFIED").json().path("items")).hasSize(1);
        assertThat(as("city").get("/api/returns?returnedBy=PROVINCE").json().path("items")).isEmpty();
        assertThat(as("province").get("/api/returns?institution=" + InventedRows.PREFIX).json().path("items")).hasSize(3);
        assertThat(as("elsewhere").get("/api/returns?institution=" + InventedRows.PREFIX).status()).isEqualTo(422);
        assertThat(errorOf(as("city").get("/api/returns?after=x"))).isEqualTo("parameter.after");
        assertThat(errorOf(as("city").get("/api/returns?level=CITY"))).isEqualTo("parameter.unknown");
    }

    @Test
    void a_batch_tells_how_many_of_its_rows_were_returned() {
        oneReturned();
        assertThat(as("own").get("/api/submissions/" + batch).json().path("returnedRows").asInt()).isEqualTo(1);
    }

    private String oneReturned() {
        return returned(Map.of("version", 2, "rows", List.of(Map.of("row", 2, "reason", "NAME"))))
                .http().headers().firstValue("Location").orElseThrow();
    }

    private Answer returned(Object form) {
        return as("city").post("/api/submissions/" + batch + "/return", form);
    }

    private Answer correct(String path, byte[] file) {
        return as("own").send(as("own").upload(path + "/correction", file));
    }

    private static String errorOf(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().at("/errors/0/code").asString();
    }

    private static List<List<String>> read(byte[] xlsx) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> texts = new ArrayList<>();
                for (Cell cell : row) {
                    texts.add(cell == null ? "" : cell.getText());
                }
                rows.add(texts);
            }
            return rows;
        }
    }
}
