package io.zhengxun.admin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.sheet.SheetFixtures;
import io.zhengxun.admin.submission.InventedRows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registering what was issued, and changing what was registered (T3, T6). */
class IssuanceFlowTest extends AdminApiTest {

    private static final String HEADER = "评价计划编号,职业名称,职业技能等级,发证人数,发证日期\r\n";

    @Test
    void registering_starts_both_clocks_and_says_how_they_are_counted() {
        Answer registered = register(form("计划一", "电工", "三级", "120", "2026-11-02"));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.json().path("level").asString()).isEqualTo("高级工");
        assertThat(registered.json().path("reportDueDate").asString()).isEqualTo("2026-12-02");
        assertThat(registered.json().at("/deadlines/0/rule").asString()).isEqualTo("D1");
        assertThat(registered.json().at("/deadlines/0/explanation").asString()).contains("第 30 日为 2026-12-02");
        assertThat(registered.json().at("/deadlines/1/rule").asString()).isEqualTo("D8");
        assertThat(registered.json().at("/deadlines/1/provisional").asBoolean()).isTrue();
        assertThat(registered.json().path("acts").valueStream().map(act -> act.asString()).toList())
                .containsExactly("ANSWER", "AMEND", "CANCEL");
        assertThat(as("own").get(registered.http().headers().firstValue("Location").orElseThrow()).json())
                .isEqualTo(registered.json());
        assertThat(clocks()).containsExactlyInAnyOrder("D1 OPEN", "D8 OPEN");
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE subject_key = ?", Integer.class, number(registered)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 电工, 高级工, 1, 2026-11-02, planNo",
        "计划, 木工, 高级工, 1, 2026-11-02, occupation",
        "计划, 电工, 初级工, 1, 2026-11-02, level",
        "计划, 电工, 高级, 1, 2026-11-02, level",
        "计划, 电工, 高级工, 0, 2026-11-02, count",
        "计划, 电工, 高级工, 100001, 2026-11-02, count",
        "计划, 电工, 高级工, 一百, 2026-11-02, count",
        "计划, 电工, 高级工, 1, 2026-11-24, issueDate",
        "计划, 电工, 高级工, 1, 2026-02-30, issueDate",
        "计划, 电工, 高级工, 1, 1999-12-31, issueDate",
    })
    void a_wrong_field_is_named(String plan, String occupation, String level, String count, String date, String field) {
        Answer refused = register(form(plan, occupation, level, count, date));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("field")).containsExactly(field);
        assertThat(refused.json().at("/errors/0/message").asString()).containsPattern("\\p{IsHan}");
        assertThat(count("issuance") + count("deadline")).isZero();
    }

    @Test
    void all_wrong_fields_are_named_at_once() {
        assertThat(register(Map.of()).json().path("errors").findValuesAsString("field"))
                .containsExactly("planNo", "occupation", "level", "count", "issueDate");
    }

    @ParameterizedTest
    // Until the end of today at the place of law: 2026-11-23 is today from 2026-11-22T16:00Z on.
    @CsvSource({"2026-11-22T15:59:59Z, 422", "2026-11-22T16:00:00Z, 201"})
    void what_was_issued_today_may_be_registered(Instant now, int status) {
        clock.set(now);
        assertThat(register(form("计划", "电工", "高级工", "1", "2026-11-23")).status()).isEqualTo(status);
    }

    @Test
    void the_same_issuance_is_registered_once_unless_it_was_cancelled() {
        Map<String, Object> form = form("计划一", "电工", "高级工", "3", "2026-11-02");
        String first = number(register(form));
        Answer again = register(form);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("issuance-registered-before");
        assertThat(again.json().path("detail").asString()).contains(first);

        assertThat(change(first, "cancel", Map.of("version", 0)).json().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(register(form).status()).isEqualTo(201);
        assertThat(clocks()).containsExactlyInAnyOrder("D1 WITHDRAWN", "D8 WITHDRAWN", "D1 OPEN", "D8 OPEN");
    }

    @Test
    void the_count_is_never_amended_below_what_is_reported() {
        String issuance = issued(5, ISSUED);
        report(issuance, 1, 3);
        Answer below = change(issuance, "amend", Map.of("version", 1, "count", 2));
        assertThat(below.status()).isEqualTo(409);
        assertThat(below.json().path("code").asString()).isEqualTo("below-reported");
        assertThat(change(issuance, "amend", Map.of("version", 1, "count", 0)).status()).isEqualTo(422);

        Answer exact = change(issuance, "amend", Map.of("version", 1, "count", 3));
        assertThat(exact.json().path("state").asString()).isEqualTo("REPORTED");
        assertThat(clocks()).contains("D1 MET", "D8 MET").doesNotContain("D1 OPEN");

        Answer more = change(issuance, "amend", Map.of("version", 2, "count", 4));
        assertThat(more.json().path("state").asString()).isEqualTo("OPEN");
        assertThat(clocks()).contains("D1 OPEN", "D8 OPEN");
        report(issuance, 10, 1);
        assertThat(clocks()).doesNotContain("D1 OPEN", "D8 OPEN");
    }

    @Test
    void what_is_opened_again_is_due_by_the_calendar_of_that_day() {
        String issuance = issued(1, ISSUED);
        report(issuance, 1, 1);
        LocalDate lastDay = ISSUED.plusDays(30);
        calendarChanges("INSERT INTO day_override VALUES (?, 0, '停工', 'admin', NOW(3))", lastDay);
        try {
            Answer more = change(issuance, "amend", Map.of("version", 1, "count", 2));
            assertThat(more.json().path("reportDueDate").asString()).isEqualTo(lastDay.plusDays(1).toString());
            assertThat(as("own").get("/api/issuances/" + issuance).json().path("reportDueDate").asString())
                    .isEqualTo(lastDay.plusDays(1).toString());
        } finally {
            calendarChanges("DELETE FROM day_override WHERE day = ?", lastDay);
        }
    }

    /** As another instance changes it. */
    private void calendarChanges(String statement, LocalDate day) {
        jdbc.update(statement, day);
        jdbc.update("UPDATE calendar_version SET version = version + 1");
    }

    @Test
    void what_a_submitted_batch_answers_is_not_cancelled() {
        String issuance = issued(5, ISSUED);
        report(issuance, 1, 1);
        Answer refused = change(issuance, "cancel", Map.of("version", 1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("issuance-answered");
    }

    @Test
    void a_form_opened_on_an_older_state_is_refused_with_what_it_is_now() {
        String issuance = issued(5, ISSUED);
        change(issuance, "amend", Map.of("version", 0, "count", 6));
        for (Answer late : List.of(
                change(issuance, "amend", Map.of("version", 0, "count", 7)),
                change(issuance, "cancel", Map.of("version", 0)))) {
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.json().path("code").asString()).isEqualTo("issuance-changed");
            assertThat(late.json().path("detail").asString()).contains("6 人");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // D8 of 2026-05-20 ends with 2026-11-20.
        "2026-11-20T15:59:59Z, 409, admission-not-needed",
        "2026-11-20T16:00:00Z, 200, ''",
    })
    void only_what_is_past_d8_is_admitted(Instant now, int status, String code) {
        String issuance = issued(1, LocalDate.of(2026, 5, 20));
        clock.set(now);
        Answer answer = as("province-lead").post(
                "/api/issuances/" + issuance + "/admit", Map.of("version", 0, "reason", "材料已核实"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("code").asString("")).isEqualTo(code);
    }

    @Test
    void an_admission_needs_a_written_reason_and_is_given_once() {
        String issuance = issued(1, LocalDate.of(2026, 5, 20));
        String path = "/api/issuances/" + issuance + "/admit";
        assertThat(as("province-lead").post(path, Map.of("version", 0, "reason", " ")).json().at("/errors/0/field").asString())
                .isEqualTo("reason");
        Answer admitted = as("province-lead").post(path, Map.of("version", 0, "reason", "材料已核实"));
        assertThat(admitted.json().at("/admission/reason").asString()).isEqualTo("材料已核实");
        assertThat(as("province-lead").post(path, Map.of("version", 1, "reason", "再次")).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"other, 404, 404, 403", "elsewhere, 404, 403, 403", "city, 200, 403, 403", "province, 200, 403, 403",
        "province-lead, 200, 403, 409", "auditor, 200, 403, 403", "admin, 403, 403, 403"})
    void a_foreign_issuance_is_absent_and_only_its_institution_changes_it(
            String account, int read, int change, int admit) {
        String issuance = "/api/issuances/" + issued(1, ISSUED);
        assertThat(as(account).get(issuance).status()).isEqualTo(read);
        assertThat(as(account).post(issuance + "/amend", Map.of("version", 0, "count", 2)).status()).isEqualTo(change);
        assertThat(as(account).post(issuance + "/cancel", Map.of("version", 0)).status()).isEqualTo(change);
        assertThat(as(account).post(issuance + "/admit", Map.of("version", 0, "reason", "理由")).status())
                .isEqualTo(admit);
    }

    @Test
    void lists_are_paged_by_key_newest_first_or_by_what_is_due_first() {
        String late = issued(1, ISSUED.minusDays(9));
        String soon = issued(1, ISSUED.minusDays(5));
        String last = issued(1, ISSUED);
        change(soon, "cancel", Map.of("version", 0));

        assertThat(numbers("/api/issuances?limit=2")).containsExactly(last, soon);
        assertThat(numbers("/api/issuances?limit=2&after=" + soon)).containsExactly(late);
        assertThat(numbers("/api/issuances?order=due&limit=1")).containsExactly(late);
        assertThat(numbers("/api/issuances?order=due&after=" + late)).containsExactly(last);
        assertThat(numbers("/api/issuances?state=CANCELLED")).containsExactly(soon);
        assertThat(as("other").get("/api/issuances").json().path("items")).isEmpty();
        assertThat(as("elsewhere").get("/api/issuances").json().path("items")).isEmpty();
        assertThat(as("city").get("/api/issuances").json().path("items")).hasSize(3);
        assertThat(as("other").get("/api/issuances?after=" + late).json().path("code").asString()).isEqualTo("page-key");
    }

    @Test
    void a_file_registers_all_its_rows() {
        Answer registered = file(SheetFixtures.xlsx(List.of(
                List.of("职业", "计划编号", "等级", "人数", "发证日期"),
                List.of("电工", "计划一", "高级工", "12", "2026/11/2"),
                List.of("", "", "", "", ""),
                List.of("电工", "计划一", "中级工", "３", "2026年11月2日"))));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(registered.json().path("items")).hasSize(2);
        assertThat(registered.json().at("/items/1/count").asInt()).isEqualTo(3);
        assertThat(clocks()).hasSize(4);
    }

    @Test
    void every_flaw_of_every_row_is_named_and_nothing_is_half_stored() {
        register(form("计划零", "电工", "高级工", "1", "2026-11-02"));
        Answer refused = file(HEADER
                + "计划一,电工,高级工,12,2026-11-02\r\n"
                + "计划二,木工,高级工,0,2027-01-01\r\n"
                + "计划一,电工,三级,5,2026-11-02\r\n"
                + "=A1,电工,高级工,1,2026-11-02\r\n"
                + "计划零,电工,高级工,1,2026-11-02\r\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("rule").asString()).isEqualTo("T3");
        assertThat(refused.json().path("errors").findValuesAsString("field")).containsExactly(
                "rows[3].occupation", "rows[3].count", "rows[3].issueDate", "rows[4].planNo", "rows[5].planNo",
                "rows[6].planNo");
        assertThat(refused.json().at("/errors/3/message").asString()).contains("第 2 行");
        assertThat(count("issuance")).isEqualTo(1);
    }

    @Test
    void unusable_files_are_refused_with_what_would_be_right() {
        Map<String, byte[]> files = new HashMap<>();
        files.put("sheet-missing-columns", "计划编号,职业,等级\r\n计划,电工,高级工".getBytes(StandardCharsets.UTF_8));
        files.put("sheet-no-header", "姓名,年龄\r\n甲,3".getBytes(StandardCharsets.UTF_8));
        files.put("sheet-no-rows", HEADER.getBytes(StandardCharsets.UTF_8));
        files.put("sheet-macros", SheetFixtures.withMacros());
        files.put("sheet-inflates", SheetFixtures.bomb());
        files.put("sheet-too-many-rows", (HEADER + "计划,电工,高级工,1,2026-11-02\r\n".repeat(1001))
                .getBytes(StandardCharsets.UTF_8));
        files.forEach((code, content) -> {
            Answer refused = file(content);
            assertThat(refused.status()).as(code).isEqualTo(422);
            assertThat(refused.json().path("code").asString()).isEqualTo(code);
        });
        assertThat(count("issuance")).isZero();
    }

    @Test
    void the_template_is_read_back() {
        Answer template = as("own").get("/api/issuances/template");
        assertThat(template.text()).startsWith("PK");
        assertThat(file(template.http().body()).json().path("code").asString()).isEqualTo("sheet-no-rows");
    }

    @Test
    void a_repeated_file_under_its_key_registers_once() {
        byte[] content = (HEADER + "计划一,电工,高级工,12,2026-11-02\r\n").getBytes(StandardCharsets.UTF_8);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(as("own").send(
                    as("own").upload("/api/issuances/file", content).header("Idempotency-Key", "issuances-1")));
        }
        assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
        assertThat(answers.get(1).json()).isEqualTo(answers.get(0).json());
        assertThat(count("issuance")).isEqualTo(1);
    }

    @Test
    void a_parameter_that_there_is_not_is_refused_and_not_silently_ignored() {
        for (String path : List.of("/api/issuances?stat=OPEN", "/api/issuances?stat=OPEN&format=xlsx")) {
            Answer refused = as("own").get(path);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("stat");
        }
    }

    @Test
    void every_list_is_served_by_an_index() {
        for (String condition : List.of(
                "institution_id = 1 AND id < 9 ORDER BY id DESC",
                "institution_id = 1 AND state = 'OPEN' AND id < 9 ORDER BY id DESC",
                "region_code = '440100' AND state = 'OPEN' AND id < 9 ORDER BY id DESC",
                "state = 'OPEN' AND id < 9 ORDER BY id DESC",
                "state = 'OPEN' AND institution_id = 1 AND report_due_on >= '2026-11-02' ORDER BY report_due_on, id",
                "state = 'OPEN' AND region_code = '440100' AND report_due_on >= '2026-11-02' ORDER BY report_due_on, id",
                "state = 'OPEN' AND report_due_on >= '2026-11-02' ORDER BY report_due_on, id")) {
            Map<String, Object> plan =
                    jdbc.queryForMap("EXPLAIN SELECT id FROM issuance WHERE " + condition + " LIMIT 51");
            assertThat(plan.get("key")).as(condition).isNotNull();
            assertThat(String.valueOf(plan.get("Extra"))).as(condition).doesNotContain("filesort");
        }
    }

    private void report(String issuance, int firstSerial, int rows) {
        Answer draft = as("own").handIn(InventedRows.csv(firstSerial, rows, ISSUED), issuance);
        String number = draft.json().at("/submission/number").asString();
        assertThat(as("own").post("/api/submissions/" + number + "/submit", Map.of("version", 0)).status()).isEqualTo(200);
    }

    private List<String> numbers(String path) {
        return as("own").get(path).json().path("items").findValuesAsString("number");
    }

    private Answer file(String csv) {
        return file(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Answer file(byte[] content) {
        return as("own").send(as("own").upload("/api/issuances/file", content));
    }

    private Answer change(String issuance, String act, Map<String, Object> body) {
        return as("own").post("/api/issuances/" + issuance + "/" + act, body);
    }

    private Answer register(Map<String, Object> form) {
        return as("own").post("/api/issuances", form);
    }

    private static Map<String, Object> form(String plan, String occupation, String level, String count, String date) {
        return Map.of("planNo", plan, "occupation", occupation, "level", level, "count", count, "issueDate", date);
    }

    private static String number(Answer answer) {
        return answer.json().path("number").asString();
    }

    private List<String> clocks() {
        return jdbc.queryForList("SELECT CONCAT(rule, ' ', state) FROM deadline", String.class);
    }
}
