package io.zhengxun.admin.ministry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.sheet.SheetFixtures;
import io.zhengxun.admin.submission.InventedRows;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import io.zhengxun.registry.submission.returns.OrderedReturn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What goes to the ministry and comes back, and what is told of it afterwards, through the API (R4, W4). */
class MinistryApiTest extends AdminApiTest {

    private static final List<String> RECEIPT_HEADER = List.of("证书编号", "结果", "公布日期", "退回原因");

    @Autowired
    private Certificates certificates;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Workflow workflow;

    @Autowired
    private NotifyingInstitution notifying;

    @Autowired
    private TransactionTemplate transaction;

    /** Returns and exports hold batches, and batches returns: only without the checks of keys can all of it go. */
    @AfterEach
    void leave_nothing_behind() {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                for (String table : List.of(
                        "return_row", "submission_return", "ministry_export_part", "ministry_export",
                        "ministry_receipts", "certificate", "submission")) {
                    statement.execute("DELETE FROM " + table);
                }
                statement.execute("SET FOREIGN_KEY_CHECKS = 1");
            }
            return null;
        });
    }

    @Test
    void approved_batches_become_one_workbook_of_texts_whose_bytes_stay_the_same() throws Exception {
        Submission first = batch(Stage.PROVINCE_APPROVED, 1, 2);
        Submission second = batch(Stage.PROVINCE_APPROVED, 10, 1);
        Answer made = export("province", first, second);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("rows").asInt()).isEqualTo(3);
        assertThat(made.json().path("submissions")).hasSize(2);

        Answer file = as("province-lead").get(made.json().path("fileUrl").asString());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.http().body())))
                .isEqualTo(made.json().path("digest").asString());
        assertThat(file.http().headers().firstValue("Cache-Control")).contains("no-store");
        List<List<String>> rows = read(file.http().body());
        assertThat(rows).hasSize(4).first().isEqualTo(InventedRows.HEADER);
        assertThat(rows.get(1)).isEqualTo(InventedRows.row(1, ISSUED));
        assertThat(rows.get(3)).isEqualTo(InventedRows.row(10, ISSUED));
        assertThat(as("province").get(made.json().path("fileUrl").asString()).http().body())
                .isEqualTo(file.http().body());
        assertThat(jdbc.queryForList(
                        "SELECT username FROM audit_entry WHERE act = 'MINISTRY_EXPORT_DOWNLOADED' AND subject_key = ?"
                                + " ORDER BY id",
                        String.class, made.json().path("number").asString()))
                .containsExactly("province-lead", "province");
        assertThat(stage(first)).isEqualTo("SENT_TO_MINISTRY");
        assertThat(stage(second)).isEqualTo("SENT_TO_MINISTRY");
    }

    @Test
    void a_repeated_request_makes_one_export() {
        Submission batch = batch(Stage.PROVINCE_APPROVED, 1, 1);
        String body = "{\"batches\": [{\"number\": \"%s\", \"version\": %d}]}".formatted(batch.number(), batch.version());
        List<Answer> answers = IntStream.range(0, 2)
                .mapToObj(i -> as("province").send(as("province")
                        .request("/api/ministry-exports")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "export-" + batch.number())
                        .POST(BodyPublishers.ofString(body))))
                .toList();
        assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
        assertThat(answers.get(1).json()).isEqualTo(answers.get(0).json());
        assertThat(count("ministry_export")).isEqualTo(1);
    }

    @Test
    void what_cannot_be_sent_is_refused_and_stays() {
        Submission approved = batch(Stage.PROVINCE_APPROVED, 1, 1);
        Submission reviewed = batch(Stage.PROVINCE_REVIEW, 2, 1);
        assertThat(export("province", approved, reviewed).json().path("code").asString())
                .isEqualTo("act-not-possible");
        Answer stale = as("province").post("/api/ministry-exports", Map.of(
                "batches", List.of(Map.of("number", approved.number(), "version", approved.version() + 1))));
        assertThat(stale.json().path("code").asString()).isEqualTo("changed-meanwhile");
        Answer unknown = as("province").post("/api/ministry-exports", Map.of(
                "batches", List.of(Map.of("number", "PC261123-UNKNOWN2", "version", 0))));
        assertThat(unknown.status()).isEqualTo(404);
        Answer empty = as("province").post("/api/ministry-exports", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().at("/errors/0/field").asString()).isEqualTo("batches");
        assertThat(stage(approved)).isEqualTo("PROVINCE_APPROVED");
        assertThat(count("ministry_export")).isZero();
    }

    @Test
    void all_approved_batches_go_by_one_word_and_then_there_is_none() {
        batch(Stage.PROVINCE_APPROVED, 1, 2);
        batch(Stage.PROVINCE_APPROVED, 5, 2);
        Answer made = as("province-lead").post("/api/ministry-exports", Map.of("allApproved", true));
        assertThat(made.json().path("batches").asInt()).isEqualTo(2);
        Answer none = as("province-lead").post("/api/ministry-exports", Map.of("allApproved", true));
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.json().path("code").asString()).isEqualTo("nothing-to-export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "city", "city-lead", "auditor", "admin"})
    void only_the_province_exports_and_imports(String account) {
        assertThat(as(account).post("/api/ministry-exports", Map.of("allApproved", true)).status()).isEqualTo(403);
        assertThat(importing(account, "证书编号".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(403);
        assertThat(as(account).get("/api/ministry-exports").status()).isEqualTo(account.equals("auditor") ? 200 : 403);
        assertThat(as(account).get("/api/ministry-receipts").status()).isEqualTo(account.equals("auditor") ? 200 : 403);
        assertThat(as(account).get("/api/ministry-exports/BS261123-22222222/file").status()).isEqualTo(403);
    }

    @Test
    void lists_are_paged_by_key() {
        for (int serial = 1; serial <= 3; serial++) {
            Submission batch = sent(serial, 1);
            importing("province", csv(published(serial)));
            assertThat(stage(batch)).isEqualTo("PUBLISHED");
        }
        for (String path : List.of("/api/ministry-exports", "/api/ministry-receipts")) {
            Answer page = as("auditor").get(path + "?limit=2");
            assertThat(page.json().path("items")).hasSize(2);
            Answer rest = as("auditor").get(path + "?limit=2&after=" + page.json().path("next").asString());
            assertThat(rest.json().path("items")).hasSize(1);
            assertThat(rest.json().has("next")).isFalse();
            assertThat(as("auditor").get(path + "?after=nothing").status()).isEqualTo(400);
            String number = page.json().at("/items/0/number").asString();
            assertThat(as("auditor").get(path + "/" + number).json().path("number").asString()).isEqualTo(number);
        }
    }

    @Test
    void receipts_publish_some_rows_and_return_others_and_may_come_again() {
        Submission batch = sent(1, 3);
        byte[] file = SheetFixtures.xlsx(List.of(
                RECEIPT_HEADER, published(1), List.of(number(2), "退回", "", "姓名与证件不一致"), published(3)));
        Answer imported = importing("province", file);
        assertThat(imported.status()).isEqualTo(201);
        assertThat(imported.json().path("publishedRows").asInt()).isEqualTo(2);
        assertThat(imported.json().path("returnedRows").asInt()).isEqualTo(1);
        assertThat(stage(batch)).isEqualTo("PUBLISHED");
        assertThat(openClocks()).containsExactly("D10");

        Answer again = importing("province-lead", file);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(again.json().path("number")).isEqualTo(imported.json().path("number"));
        Answer overlap = importing("province", csv(published(3), List.of(number(2), "已退回", "", "姓名与证件不一致")));
        assertThat(overlap.status()).isEqualTo(201);
        assertThat(overlap.json().path("unchangedRows").asInt()).isEqualTo(2);
        assertThat(count("submission_return")).isEqualTo(1);

        acknowledge();
        assertThat(openClocks()).containsExactly("D5");
    }

    @Test
    void every_error_is_told_with_what_would_be_right_and_nothing_changes() {
        Submission batch = sent(1, 2);
        Answer refused = importing("province", csv(
                published(1), List.of(number(2), "同意", "2026-11-23", ""), List.of(number(9), "退回", "", "")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("receipts-refused");
        assertThat(refused.json().path("rule").asString()).isEqualTo("R4");
        assertThat(refused.json().path("errorCount").asInt()).isEqualTo(2);
        assertThat(refused.json().at("/errors/0/row").asInt()).isEqualTo(3);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("结果");
        assertThat(refused.json().at("/errors/0/reason").asString()).contains("公布", "退回");
        assertThat(refused.json().at("/errors/1/reason").asString()).contains("请填写退回原因");
        Answer unknown = importing("province", csv(published(1), published(9)));
        assertThat(unknown.json().at("/errors/0/code").asString()).isEqualTo("receipt.unknown");
        assertUntouched(batch);
    }

    @Test
    void a_formula_is_told_as_one_and_not_as_a_field_left_empty() {
        Submission batch = sent(1, 3);
        Answer refused = importing("province", SheetFixtures.xlsx(sheet -> {
            for (int column = 0; column < RECEIPT_HEADER.size(); column++) {
                sheet.value(0, column, RECEIPT_HEADER.get(column));
            }
            for (int row = 1; row <= 3; row++) {
                sheet.value(row, 0, number(row));
            }
            sheet.formula(1, 1, "\"公布\"");
            sheet.value(2, 1, "公布");
            sheet.formula(2, 2, "TODAY()");
            sheet.value(3, 1, "退回");
            sheet.formula(3, 3, "\"姓名有误\"");
        }));
        assertThat(code(refused)).isEqualTo("receipts-refused");
        assertThat(refused.json().path("errors").findValuesAsString("field")).containsExactly("结果", "公布日期", "退回原因");
        assertThat(refused.json().path("errors").findValuesAsString("code")).containsOnly("cell.formula").hasSize(3);
        assertUntouched(batch);
    }

    @Test
    void a_wrong_header_a_macro_workbook_and_a_zip_bomb_are_refused() throws IOException {
        Submission batch = sent(1, 1);
        assertThat(code(importing("province", "姓名,年龄,备注\n甲,3,\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("sheet-no-header");
        assertThat(code(importing("province", "证书编号,结果,公布日期\n1,公布,\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("sheet-missing-columns");
        assertThat(code(importing("province", zip("application/vnd.ms-excel.sheet.macroEnabled.main+xml", 1))))
                .isEqualTo("sheet-macros");
        String workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        assertThat(code(importing("province", zip(workbook, 50_000_000)))).isEqualTo("sheet-inflates");
        assertThat(code(importing("province", csv()))).isEqualTo("sheet-no-rows");
        assertUntouched(batch);
    }

    private void assertUntouched(Submission batch) {
        assertThat(stage(batch)).isEqualTo("SENT_TO_MINISTRY");
        assertThat(count("ministry_receipts") + count("submission_return")).isZero();
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM certificate WHERE published_on IS NOT NULL", Integer.class))
                .isZero();
    }

    @Test
    void a_timeline_tells_a_batch_from_its_review_to_the_ministrys_receipts() {
        Submission batch = batch(Stage.PROVINCE_REVIEW, 1, 2);
        clock.set(NOW.plus(Duration.ofHours(1)));
        act(batch, Act.TAKE_UP, province("reviewer", Role.PROVINCE_REVIEWER));
        act(batch, Act.PASS, province("reviewer", Role.PROVINCE_REVIEWER));
        act(batch, Act.APPROVE, province("lead", Role.PROVINCE_LEAD));
        clock.set(NOW.plus(Duration.ofDays(1)));
        String export = export("province", now(batch)).json().path("number").asString();
        clock.set(NOW.plus(Duration.ofDays(40)));
        importing("province", csv(
                List.of(number(1), "公布", "2026-12-30", ""), List.of(number(2), "退回", "", "姓名有误")));

        Answer told = as("city").get("/api/submissions/" + batch.number() + "/timeline");
        List<String> codes = told.json().path("items").findValuesAsString("code");
        assertThat(codes).containsSubsequence(
                "SUBMISSION_RECORDED", "DEADLINE_STARTED", "SUBMISSION_TAKE_UP", "SUBMISSION_PASS", "SUBMISSION_APPROVE",
                "SUBMISSION_SEND_TO_MINISTRY", "DEADLINE_PASSED", "SUBMISSION_PUBLISH_REST");
        assertThat(codes).contains("DEADLINE_MET", "DEADLINE_MET_LATE", "RETURN_RECORDED", "SUBMISSION_RETURN_SOME");
        assertThat(texts(told)).contains(
                "上传部中心（上传文件 " + export + "）", "负责人批准", "逾期：国网公布，最后一日 2026-12-15 已过")
                .noneMatch(text -> text.contains("{") || text.contains("其他操作"));
        assertThat(told.json().path("items").findValuesAsString("at")).isSorted();
        assertThat(names(told)).contains("测试员（lead）", "测试员（province）");

        Answer own = as("own").get("/api/submissions/" + batch.number() + "/timeline");
        assertThat(texts(own)).isEqualTo(texts(told));
        assertThat(names(own)).isEmpty();
        assertThat(own.text()).contains("省技能中心负责人").doesNotContain("测试员（lead）");
        for (String foreign : List.of("other", "elsewhere")) {
            assertThat(as(foreign).get("/api/submissions/" + batch.number() + "/timeline").status()).isEqualTo(404);
        }
        assertThat(as("admin").get("/api/submissions/" + batch.number() + "/timeline").status()).isEqualTo(403);
    }

    @Test
    void a_story_tells_all_of_a_certificate_masked() {
        Submission batch = sent(1, 2);
        importing("province", csv(published(1), List.of(number(2), "退回", "", "姓名有误")));
        Answer story = as("province").get("/api/certificates/" + number(2) + "/story");
        assertThat(story.status()).isEqualTo(200);
        assertThat(story.json().at("/certificate/name").asString()).isEqualTo(PersonName.of(InventedRows.name(2)).masked());
        assertThat(story.text()).doesNotContain(InventedRows.name(2), InventedRows.idNumber(2));
        assertThat(story.json().at("/place/stage").asString()).isEqualTo("RETURNED_BY_MINISTRY");
        assertThat(story.json().path("place").has("dueDate")).isFalse();
        assertThat(story.json().at("/submissions/0/number").asString()).isEqualTo(batch.number());
        assertThat(story.json().at("/returns/0/reason").asString()).isEqualTo("部中心审核未通过");
        assertThat(story.json().at("/returns/0/remark").asString()).isEqualTo("姓名有误");
        assertThat(story.json().at("/returns/0/corrected").asBoolean()).isFalse();
        assertThat(story.json().path("notices").findValuesAsString("kind")).contains("RETURN_RECORDED");
        assertThat(story.json().at("/trail/intact").asBoolean()).isTrue();

        acknowledge();
        Answer later = as("own").get("/api/certificates/" + number(2) + "/story");
        assertThat(later.json().at("/place/dueDate").asString()).isEqualTo("2026-12-21");
        Answer published = as("city").get("/api/certificates/" + number(1) + "/story");
        assertThat(published.json().at("/place/stage").asString()).isEqualTo("PUBLISHED");
        assertThat(published.json().at("/place/since").asString()).isEqualTo("2026-11-23");
    }

    @Test
    void a_story_is_told_within_the_scope_only_and_look_ups_to_the_province_and_the_auditor() {
        batch(Stage.PROVINCE_REVIEW, 1, 1);
        String path = "/api/certificates/" + number(1) + "/story";
        search("own", Map.of("number", number(1), "name", InventedRows.name(1)));
        assertThat(as("own").get(path).json().has("lookUps")).isFalse();
        assertThat(as("city").get(path).json().has("lookUps")).isFalse();
        for (String reader : List.of("province", "province-lead", "auditor")) {
            JsonNode lookUps = as(reader).get(path).json().path("lookUps");
            assertThat(lookUps.findValuesAsString("channel")).contains("STAFF");
            assertThat(lookUps.findValuesAsString("outcome")).contains("FOUND");
        }
        for (String foreign : List.of("other", "elsewhere")) {
            assertThat(as(foreign).get(path).status()).isEqualTo(404);
        }
        assertThat(as("own").get("/api/certificates/nonsense/story").status()).isEqualTo(404);
        assertThat(as("own").get("/api/certificates/" + number(77) + "/story").status()).isEqualTo(404);
        assertThat(as("admin").get(path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "DELETED"})
    void staff_see_a_certificate_whatever_its_standing(String standing) {
        batch(Stage.PUBLISHED, 1, 1);
        jdbc.update("UPDATE certificate SET standing = ?", standing);
        Answer story = as("own").get("/api/certificates/" + number(1) + "/story");
        assertThat(story.json().at("/certificate/standing").asString()).isEqualTo(standing);
    }

    @Test
    void a_story_says_when_the_trail_was_altered() {
        Submission batch = batch(Stage.PROVINCE_REVIEW, 1, 1);
        act(batch, Act.TAKE_UP, province("reviewer", Role.PROVINCE_REVIEWER));
        Long entry = jdbc.queryForObject(
                "SELECT id FROM audit_entry WHERE subject_key = ? AND act = 'SUBMISSION_TAKE_UP'", Long.class, batch.number());
        jdbc.update("UPDATE audit_entry SET name = '别人' WHERE id = ?", entry);
        try {
            Answer story = as("auditor").get("/api/certificates/" + number(1) + "/story");
            assertThat(story.json().at("/trail/intact").asBoolean()).isFalse();
            assertThat(story.json().at("/trail/text").asString()).contains("被改动");
        } finally {
            jdbc.update("UPDATE audit_entry SET name = '测试员（reviewer）' WHERE id = ?", entry);
        }
    }

    @Test
    void a_certificate_is_found_by_two_fields_within_the_scope_and_every_search_is_recorded() {
        batch(Stage.PROVINCE_REVIEW, 1, 1);
        int before = count("query_trail");
        Map<String, String> byPerson = Map.of("name", InventedRows.name(1), "idNumber", InventedRows.idNumber(1));
        assertThat(search("own", byPerson).json().at("/items/0/number").asString()).isEqualTo(number(1));
        assertThat(search("city", byPerson).json().path("items")).hasSize(1);
        Answer foreign = search("other", byPerson);
        Answer absent = search("own", Map.of("name", InventedRows.name(1), "idNumber", InventedRows.idNumber(2)));
        assertThat(foreign.text()).isEqualTo(absent.text());
        waitUntilRecorded(before + 4);

        Answer one = search("own", Map.of("name", InventedRows.name(1)));
        assertThat(one.status()).isEqualTo(422);
        assertThat(one.json().path("rule").asString()).isEqualTo("Q1");
        Answer wrong = search("own", Map.of("number", "123", "name", InventedRows.name(1)));
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("number");
        assertThat(search("admin", byPerson).status()).isEqualTo(403);
    }

    /** An entry may be written a moment after its answer. */
    private void waitUntilRecorded(int searches) {
        Instant end = Instant.now().plusSeconds(10);
        while (count("query_trail") < searches && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(count("query_trail")).isEqualTo(searches);
    }

    private Answer search(String account, Map<String, String> fields) {
        return as(account).post("/api/certificates/search", fields);
    }

    private Submission batch(Stage stage, int firstSerial, int rows) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        NewSubmission batch = new NewSubmission(
                institution, stage, clock.instant(), new NewSubmission.Source(null, null, digest), rows, "own");
        List<NewCertificate> all =
                IntStream.range(0, rows).mapToObj(row -> certificate(row + 2, firstSerial + row)).toList();
        return transaction.execute(status -> workflow.begin(batch, own().actor(), begun -> {
            certificates.store(begun.id(), institution.id(), certificates.seal(all));
            return Map.of();
        }));
    }

    private static NewCertificate certificate(int rowNo, int serial) {
        Holder holder = new Holder(
                PersonName.of(InventedRows.name(serial)),
                IdNumber.of(IdType.RESIDENT_ID, InventedRows.idNumber(serial)));
        return new NewCertificate(
                rowNo, CertificateNumber.of(number(serial)), holder, "电工", "无", Level.ADVANCED, ISSUED, Standing.VALID);
    }

    private Submission sent(int firstSerial, int rows) {
        Submission batch = batch(Stage.PROVINCE_APPROVED, firstSerial, rows);
        assertThat(export("province", batch).status()).isEqualTo(201);
        return batch;
    }

    private Answer export(String account, Submission... batches) {
        return as(account).post("/api/ministry-exports", Map.of("batches", Arrays.stream(batches)
                .map(batch -> Map.of("number", batch.number(), "version", batch.version()))
                .toList()));
    }

    private void act(Submission batch, Act act, Staff by) {
        transaction.executeWithoutResult(status -> workflow.move(now(batch), act, by, moved -> Map.of()));
    }

    private static Staff province(String username, Role role) {
        return new Staff(username, "测试员（" + username + "）", role, Scope.ofProvince(), "127.0.0.1");
    }

    private void acknowledge() {
        String number = jdbc.queryForObject("SELECT number FROM submission_return", String.class);
        notifying.acknowledge(new OrderedReturn(number, 0), own());
    }

    private Submission now(Submission batch) {
        return submissions.find(batch.id()).orElseThrow();
    }

    private String stage(Submission batch) {
        return now(batch).stage().name();
    }

    private List<String> openClocks() {
        return jdbc.queryForList("SELECT rule FROM deadline WHERE state = 'OPEN'", String.class);
    }

    private static String number(int serial) {
        return InventedRows.number(serial, ISSUED);
    }

    private static List<String> published(int serial) {
        return List.of(number(serial), "公布", "2026-11-23", "");
    }

    @SafeVarargs
    private static byte[] csv(List<String>... rows) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", RECEIPT_HEADER)));
        Arrays.stream(rows).forEach(row -> lines.add(String.join(",", row)));
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private Answer importing(String account, byte[] file) {
        return as(account).send(as(account).upload("/api/ministry-receipts", file));
    }

    private static String code(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.json().path("code").asString();
    }

    private static byte[] zip(String workbookType, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName="
                            + "\"/xl/workbook.xml\" ContentType=\"" + workbookType + "\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            zip.write(new byte[bytes]);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] xlsx) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : workbook.getFirstSheet().read()) {
                assertThat(row.stream()).extracting(Cell::getType).containsOnly(CellType.STRING);
                rows.add(row.stream().map(Cell::getText).toList());
            }
            return rows;
        }
    }

    private static List<String> texts(Answer timeline) {
        return timeline.json().path("items").findValuesAsString("text");
    }

    private static List<String> names(Answer timeline) {
        return timeline.json().path("items").valueStream()
                .map(item -> item.path("who"))
                .filter(who -> !who.path("role").asString("").equals("INSTITUTION_DATA_MANAGER"))
                .filter(who -> who.has("name"))
                .map(who -> who.path("name").asString())
                .distinct()
                .toList();
    }
}
