package io.zhengxun.admin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.sheet.SheetFixtures;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.institution.Institution;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendar and the open deadlines over HTTP (T2). */
class WorkingDayApiTest extends AdminApiTest {

    private static final AtomicLong IDS = new AtomicLong(System.nanoTime());
    private static final String BOUNDARY = "boundary-of-this-test";

    /** An invented arrangement of a year that has none. */
    private static final String ARRANGEMENT = """
            日期,上班/放假,名称
            2027-01-01,放假,元旦
            2027-02-05,放假,春节
            2027-02-08,放假,春节
            2027-02-13,上班,春节
            2027-04-05,放假,清明节
            2027-05-01,放假,劳动节
            2027-06-09,放假,端午节
            2027-09-15,放假,中秋节
            2027-10-01,放假,国庆节
            """;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void without_changes() {
        for (String table : List.of("deadline", "day_override", "arranged_day", "year_arrangement")) {
            jdbc.update("DELETE FROM " + table);
        }
        jdbc.update("UPDATE calendar_version SET version = version + 1");
        // What is kept of the calendar is too old then.
        clock.set(clock.instant().plus(Duration.ofSeconds(10)));
    }

    @Test
    void a_repeated_change_is_made_once_and_answered_alike() {
        start(institution, DeadlineRule.D6, LocalDate.of(2026, 11, 23));
        String token = as("admin").post("/api/working-days/preview",
                        Map.of("date", "2026-12-07", "working", false, "name", "停工"))
                .json().path("token").asString();
        String body = "{\"working\": false, \"name\": \"停工\", \"preview\": \"" + token + "\"}";
        Answer first = keyed("PUT", "/api/working-days/2026-12-07", body);
        assertThat(first.json().path("moved").asInt()).isEqualTo(1);
        assertThat(keyed("PUT", "/api/working-days/2026-12-07", body).json()).isEqualTo(first.json());

        String back = as("admin").post("/api/working-days/preview", Map.of("date", "2026-12-07", "remove", true))
                .json().path("token").asString();
        Answer removed = keyed("DELETE", "/api/working-days/2026-12-07?preview=" + back, "");
        assertThat(removed.json().path("moved").asInt()).isEqualTo(1);
        assertThat(keyed("DELETE", "/api/working-days/2026-12-07?preview=" + back, "").json()).isEqualTo(removed.json());
    }

    /** Under a key of its own for each method. */
    private Answer keyed(String method, String path, String body) {
        return as("admin").send(as("admin").request(path)
                .header("Idempotency-Key", method + IDS.get())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    @Test
    void a_repeated_arrangement_is_imported_once_and_another_file_is_another_request() {
        String token = as("admin").send(as("admin").upload("/api/working-days/arrangements/preview", bytes(ARRANGEMENT)))
                .json().path("token").asString();
        Answer first = arranged(token, ARRANGEMENT);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(arranged(token, ARRANGEMENT).json()).isEqualTo(first.json());
        Answer other = arranged(token, ARRANGEMENT.replace("元旦", "新年"));
        assertThat(other.json().path("code").asString()).isEqualTo("idempotency-key-reused");
    }

    private Answer arranged(String token, String file) {
        return as("admin").send(as("admin")
                .upload("/api/working-days/arrangements?preview=" + token, bytes(file))
                .header("Idempotency-Key", "file-" + IDS.get()));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_administrator_sets_a_day_after_a_preview_and_takes_it_back() {
        start(institution, DeadlineRule.D6, LocalDate.of(2026, 11, 23));
        Answer preview = as("admin").post("/api/working-days/preview",
                Map.of("date", "2026-12-07", "working", false, "name", "停工"));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().at("/moves/moved").asInt()).isEqualTo(1);
        assertThat(preview.json().at("/moves/first/0/dueOn").asString()).isEqualTo("2026-12-07");
        assertThat(preview.json().at("/moves/first/0/newDueOn").asString()).isEqualTo("2026-12-08");
        assertThat(preview.json().at("/moves/first/0/institution").asString()).isEqualTo(institution.name());
        assertThat(preview.json().at("/moves/total").asInt()).isEqualTo(1);

        String token = preview.json().path("token").asString();
        Answer set = as("admin").put("/api/working-days/2026-12-07",
                Map.of("working", false, "name", "停工", "preview", token));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().path("moved").asInt()).isEqualTo(1);
        assertThat(as("own").get("/api/deadlines").json().at("/items/0/dueOn").asString()).isEqualTo("2026-12-08");
        assertThat(as("own").get("/api/deadlines").json().at("/items/0/explanation").asString()).contains("停工 12-07");
        assertThat(as("city").get("/api/working-days?year=2026").json().toString())
                .contains("\"date\":\"2026-12-07\",\"working\":false,\"name\":\"停工\",\"setBy\":\"admin\"");

        String back = as("admin").post("/api/working-days/preview", Map.of("date", "2026-12-07", "remove", true))
                .json().path("token").asString();
        assertThat(as("admin").delete("/api/working-days/2026-12-07?preview=" + back).json().path("moved").asInt())
                .isEqualTo(1);
        assertThat(as("own").get("/api/deadlines").json().at("/items/0/dueOn").asString()).isEqualTo("2026-12-07");
    }

    @Test
    void who_acts_on_an_old_preview_is_told_what_changed_meanwhile() {
        String mine = previewed("2026-12-08", "停工");
        as("admin").put("/api/working-days/2026-12-07",
                Map.of("working", false, "name", "停工", "preview", previewed("2026-12-07", "停工")));
        Answer late = as("admin").put("/api/working-days/2026-12-08",
                Map.of("working", false, "name", "停工", "preview", mine));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asString()).isEqualTo("calendar-changed");
        assertThat(late.json().path("rule").asString()).isEqualTo("T2");
        assertThat(late.json().path("detail").asString()).contains("测试员（admin）").contains("2026-12-07");
        assertThat(as("admin").get("/api/working-days?year=2026").text()).doesNotContain("2026-12-08");
    }

    @Test
    void a_year_s_arrangement_is_imported_by_file_after_a_preview() {
        start(institution, DeadlineRule.D8, LocalDate.of(2026, 8, 5));
        assertThat(as("own").get("/api/deadlines").json().at("/items/0/provisional").asBoolean()).isTrue();
        byte[] file = SheetFixtures.xlsx(rows(ARRANGEMENT));
        Answer preview = upload("/api/working-days/arrangements/preview", file);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().at("/moves/first/0/newDueOn").asString()).isEqualTo("2027-02-09");

        // The same arrangement in the other format is the same change.
        Answer imported = upload("/api/working-days/arrangements?preview=" + preview.json().path("token").asString(),
                ARRANGEMENT.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.json().path("moved").asInt()).isEqualTo(1);
        Answer year = as("auditor").get("/api/working-days?year=2027");
        assertThat(year.json().path("source").asString()).isEqualTo("IMPORTED");
        assertThat(year.json().path("importedBy").asString()).isEqualTo("admin");
        assertThat(year.json().path("days")).hasSize(9);
        assertThat(as("own").get("/api/deadlines").json().at("/items/0/provisional").asBoolean()).isFalse();
    }

    @Test
    void a_faulty_arrangement_is_refused_with_every_error_of_every_row() {
        Answer refused = upload("/api/working-days/arrangements/preview", """
                日期,上班/放假,名称
                2027-01-01,放假,元旦
                2027-02-30,放假,春节
                一月二日,休息,春节
                2027-02-08,可能,
                2027-02-08,放假,春节
                2027-02-10,上班,春节
                2028-02-10,放假,春节
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("rule").asString()).isEqualTo("T2");
        List<String> errors = new ArrayList<>();
        refused.json().path("errors").forEach(error ->
                errors.add(error.path("field").asString() + "：" + error.path("message").asString()));
        assertThat(errors).contains(
                "第3行 日期：没有这一天，请核对",
                "第4行 日期：应为日期，如 2027-01-01",
                "第5行 上班/放假：应为“上班”或“放假”",
                "第5行 名称：请填写名称，不超过 40 个字",
                "第6行 日期：与第 5 行是同一天，每天只能出现一次",
                "第7行 上班/放假：2027-02-10 不是周六或周日，本来就上班；调休上班只能在周末",
                "第8行 日期：应为 2027 年的日期；一个文件只含一年，跨年的日子请逐日设定",
                "日期：缺少国庆节（10月1日）的放假日，请按国务院办公厅的放假安排补全",
                "名称：缺少端午的放假日，请按国务院办公厅的放假安排补全");
        assertThat(as("admin").get("/api/working-days?year=2027").json().path("source").asString()).isEqualTo("NONE");
    }

    @ParameterizedTest
    @CsvSource({
        "'日期,上班/放假,名称\n', sheet-no-rows",
        "'日期,上班/放假\n2027-01-01,放假\n', sheet-missing-columns",
        "'日期,日期,上班/放假,名称\n2027-01-01,2027-01-01,放假,元旦\n', sheet-doubled-columns",
        "'天,如何\n2027-01-01,放假\n', sheet-no-header",
        "'', sheet-empty-file",
    })
    void a_file_that_is_no_arrangement_is_refused(String csv, String code) {
        Answer refused = upload("/api/working-days/arrangements/preview", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo(code);
    }

    @Test
    void a_workbook_with_macros_and_a_bomb_are_refused() {
        byte[] macros = SheetFixtures.withMacros();
        assertThat(upload("/api/working-days/arrangements/preview", macros).json().path("code").asString())
                .isEqualTo("sheet-macros");
        assertThat(upload("/api/working-days/arrangements/preview", SheetFixtures.bomb()).json().path("code").asString())
                .isEqualTo("sheet-inflates");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"date\":\"2026-02-30\",\"working\":true,\"name\":\"x\"}", "{\"working\":true,\"name\":\"x\"}",
        "{\"date\":\"1999-01-01\",\"working\":true,\"name\":\"x\"}",
    })
    void what_is_no_day_is_refused(String draft) {
        Answer refused = as("admin").post("/api/working-days/preview", draft);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("working-days-date");
    }

    @Test
    void a_setting_without_name_and_kind_is_refused_with_both() {
        Answer refused = as("admin").post("/api/working-days/preview", Map.of("date", "2026-12-07"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors")).hasSize(2);
        assertThat(as("admin").post("/api/working-days/preview", Map.of("date", "2026-12-07", "remove", true)).status())
                .isEqualTo(404);
    }

    @Test
    void nobody_but_the_administrator_changes_the_calendar() {
        for (String other : List.of("own", "city", "city-lead", "province", "province-lead", "auditor")) {
            assertThat(as(other).put("/api/working-days/2026-12-07",
                            Map.of("working", false, "name", "停工", "preview", "0-0000000000000000")).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(as(other).get("/api/working-days?year=2026").status()).as(other).isEqualTo(200);
        }
    }

    @Test
    void everyone_sees_the_open_deadlines_of_the_own_scope_page_by_page() {
        Institution other = institutions.findByNumberPrefix("S000044010002").orElseThrow();
        for (int i = 0; i < 3; i++) {
            start(institution, DeadlineRule.D6, LocalDate.of(2026, 11, 23));
        }
        start(other, DeadlineRule.D2, LocalDate.of(2026, 10, 26));
        assertThat(as("own").get("/api/deadlines").json().path("items")).hasSize(3);
        assertThat(as("other").get("/api/deadlines").json().path("items")).hasSize(1);
        assertThat(as("city").get("/api/deadlines").json().path("items")).hasSize(4);
        assertThat(as("elsewhere").get("/api/deadlines").json().path("items")).isEmpty();
        assertThat(as("province").get("/api/deadlines?debtor=CITY").json().at("/items/0/rule").asString()).isEqualTo("D2");
        assertThat(as("province").get("/api/deadlines?rule=d6&until=2026-12-06").json().path("items")).isEmpty();

        Answer first = as("city").get("/api/deadlines?limit=2");
        Answer second = as("city").get("/api/deadlines?limit=2&after=" + first.json().path("next").asString());
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(2);
        assertThat(second.json().has("next")).isFalse();
        assertThat(first.json().at("/items/0/overdue").asBoolean()).isTrue();
        assertThat(first.json().at("/items/1/overdue").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "rule=D12, deadline-rule", "debtor=CENTRE, deadline-debtor", "until=2026-02-30, deadline-until",
        "until=%2B999999999-01-01, deadline-until", "limit=0, page-limit", "limit=201, page-limit", "after=x, page-key",
        "after=2026-13-01_1, page-key",
    })
    void a_query_that_cannot_be_understood_is_refused(String query, String code) {
        Answer refused = as("province").get("/api/deadlines?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo(code);
    }

    private String previewed(String date, String name) {
        return as("admin").post("/api/working-days/preview", Map.of("date", date, "working", false, "name", name))
                .json().path("token").asString();
    }

    private Deadline start(Institution institution, DeadlineRule rule, LocalDate day) {
        DeadlineSubject subject = new DeadlineSubject(
                DeadlineSubject.Kind.RETURN, IDS.incrementAndGet(), institution.id(), institution.regionCode());
        return transaction.execute(t -> clocks.start(rule, subject, day));
    }

    private Answer upload(String path, byte[] file) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"year\"\r\n\r\n";
        return as("admin").send(as("admin").request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    private static List<List<String>> rows(String csv) {
        return csv.lines().map(line -> Arrays.asList(line.split(","))).toList();
    }
}
