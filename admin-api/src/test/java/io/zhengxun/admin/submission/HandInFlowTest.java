package io.zhengxun.admin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.sheet.SheetFixtures;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.certificate.PersonName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HandInFlowTest extends AdminApiTest {

    private String issuance;

    @BeforeEach
    void register() {
        issuance = issued(10_000, ISSUED);
    }

    @Autowired
    private Certificates certificates;

    @Test
    void a_faulty_sheet_comes_back_with_its_errors_and_is_stored_once_fixed() throws IOException {
        List<List<String>> rows = rows(3);
        rows.get(2).set(0, "");
        rows.get(2).set(2, "440106199001010000");

        Answer refused = as("own").handIn(SheetFixtures.xlsx(rows), issuance);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("batch-refused");
        assertThat(refused.json().at("/upload/faultyRows").asInt()).isEqualTo(1);
        assertThat(refused.json().at("/flaws/0/row").asInt()).isEqualTo(3);
        assertThat(refused.json().at("/flaws/0/field").asString()).isEqualTo("姓名");
        assertThat(refused.json().at("/flaws/1/value").asString()).isEqualTo("440*************00");
        assertThat(count("certificate")).isZero();

        Answer sheet = as("own").get(refused.json().at("/upload/sheetUrl").asString());
        List<List<String>> returned = read(sheet.http().body());
        assertThat(returned.get(0)).endsWith("错误说明");
        assertThat(returned.get(2).get(9)).contains("请填写姓名").contains("证件号码：");
        returned.get(2).set(0, rows(3).get(2).get(0));
        returned.get(2).set(2, rows(3).get(2).get(2));

        byte[] fixed = SheetFixtures.xlsx(returned);
        Answer accepted = as("own").handIn(fixed, issuance);
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.json().at("/submission/rows").asInt()).isEqualTo(3);
        assertThat(accepted.json().at("/submission/stage").asString()).isEqualTo("DRAFT");
        assertThat(accepted.json().at("/submission/issuance").asString()).isEqualTo(issuance);
        assertThat(accepted.json().path("submission").has("due")).isFalse();
        assertThat(accepted.json().has("note")).isFalse();
        assertThat(as("own").get(accepted.http().headers().firstValue("Location").orElseThrow()).json())
                .isEqualTo(accepted.json().path("submission"));
        assertFound(1);

        Answer again = as("own").handIn(fixed, issuance);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asString())
                .contains("2026-11-23", accepted.json().at("/submission/number").asString());
        assertThat(count("certificate")).isEqualTo(3);
    }

    private void assertFound(int serial) {
        assertThat(certificates.find(new Inquiry(
                        Optional.of(CertificateNumber.of(InventedRows.number(serial, ISSUED))),
                        Optional.of(PersonName.of(InventedRows.name(serial))),
                        Optional.empty())))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.holder().idNumber().plain()).isEqualTo(InventedRows.idNumber(serial));
                    assertThat(found.issueDate()).isEqualTo(ISSUED);
                });
    }

    @Test
    void a_refused_file_may_be_tried_again_and_its_report_is_paged() {
        String csv = InventedRows.csv(1, 150, ISSUED).replace("高级工", "初级工");
        Answer refused = as("own").handIn(csv, issuance);
        assertThat(as("own").handIn(csv, issuance).status()).isEqualTo(422);
        assertThat(refused.json().path("flaws")).hasSize(100);
        // Not filed (C4), not what was registered (T3), and not what position 16 says (C3).
        assertThat(refused.json().at("/upload/flaws").asInt()).isEqualTo(450);

        String flaws = refused.json().at("/upload/flawsUrl").asString();
        Answer first = as("own").get(flaws + "?limit=300");
        assertThat(first.json().path("items")).hasSize(300);
        Answer second = as("own").get(flaws + "?limit=300&after=" + first.json().path("next").asInt());
        assertThat(second.json().path("items")).hasSize(150);
        assertThat(second.json().has("next")).isFalse();
        assertThat(second.json().at("/items/149/row").asInt()).isEqualTo(151);
    }

    @Test
    void a_flaw_in_the_last_row_undoes_all_rows_before_it() {
        String csv = InventedRows.csv(1, 1200, ISSUED) + String.join(",", InventedRows.row(1, ISSUED));
        Answer refused = as("own").handIn(csv, issuance);
        assertThat(refused.json().at("/flaws/0/code").asString()).isEqualTo("number.repeated");
        assertThat(refused.json().at("/flaws/0/row").asInt()).isEqualTo(1202);
        assertThat(refused.json().at("/flaws/0/reason").asString()).contains("第 2 行");
        assertThat(refused.json().at("/upload/rows").asInt()).isEqualTo(1201);
        assertThat(count("certificate") + count("submission")).isZero();
    }

    @Test
    void the_same_person_may_hold_two_certificates_of_a_batch() {
        List<String> second = new ArrayList<>(InventedRows.row(1, ISSUED));
        second.set(6, InventedRows.number(2, ISSUED));
        Answer accepted = as("own").handIn(InventedRows.csv(1, 1, ISSUED) + String.join(",", second), issuance);
        assertThat(accepted.status()).isEqualTo(201);
    }

    @Test
    void a_number_is_unique_for_ever_over_all_batches() {
        as("own").handIn(InventedRows.csv(1, 2, ISSUED), issuance);
        jdbc.update("UPDATE certificate SET standing = 'DELETED'");
        Answer refused = as("own").handIn(InventedRows.csv(2, 2, ISSUED), issuance);
        assertThat(refused.json().path("flaws")).hasSize(1);
        assertThat(refused.json().at("/flaws/0/rule").asString()).isEqualTo("C5");
        assertThat(refused.json().at("/flaws/0/code").asString()).isEqualTo("number.taken");
    }

    @Test
    void rows_late_for_d1_are_accepted_and_told_and_rows_past_d8_are_refused() {
        Answer late = as("own").handIn(
                InventedRows.csv(1, 2, LocalDate.of(2026, 6, 1)), issued(2, LocalDate.of(2026, 6, 1)));
        assertThat(late.status()).isEqualTo(201);
        assertThat(late.json().at("/upload/lateRows").asInt()).isEqualTo(2);
        assertThat(late.json().path("note").asString()).startsWith("2 行");
        Answer tooLate = as("own").handIn(
                InventedRows.csv(5, 1, LocalDate.of(2026, 5, 20)), issued(1, LocalDate.of(2026, 5, 20)));
        assertThat(tooLate.json().at("/flaws/0/rule").asString()).isEqualTo("D8");
    }

    @Test
    void an_unreadable_file_leaves_no_trace() {
        assertThat(as("own").handIn("姓名,年龄\n甲,3", issuance).json().path("code").asString()).isEqualTo("sheet-no-header");
        assertThat(as("own").handIn(InventedRows.csv(1, 1500, ISSUED) + "\"", issuance).json().path("code").asString())
                .isEqualTo("sheet-csv-quotes");
        assertThat(count("upload") + count("submission") + count("certificate")).isZero();
    }

    @Test
    void refused_files_go_after_their_time_and_beyond_the_number_kept() {
        String first = as("own").handIn(faulty(0), issuance).json().at("/upload/number").asString();
        clock.set(NOW.plus(Duration.ofDays(7)).plusSeconds(1));
        for (int i = 1; i <= 6; i++) {
            as("own").handIn(faulty(i), issuance);
        }
        assertThat(as("own").get("/api/uploads/" + first).status()).isEqualTo(404);
        assertThat(count("upload")).isEqualTo(4);
        assertThat(jdbc.queryForObject("SELECT COUNT(DISTINCT upload_id) FROM upload_part", Integer.class)).isEqualTo(4);
        assertThat(jdbc.queryForObject("SELECT COUNT(DISTINCT upload_id) FROM upload_flaw", Integer.class)).isEqualTo(4);
    }

    @Test
    void old_uploads_that_cannot_be_cleared_spoil_no_upload() {
        as("own").handIn(faulty(0), issuance);
        clock.set(NOW.plus(Duration.ofDays(7)).plusSeconds(1));
        jdbc.execute("CREATE TRIGGER stuck BEFORE DELETE ON upload_flaw FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stuck'");
        try {
            assertThat(as("own").handIn(InventedRows.csv(1, 2, ISSUED), issuance).status()).isEqualTo(201);
            assertThat(count("upload")).isEqualTo(2);
        } finally {
            jdbc.execute("DROP TRIGGER stuck");
        }
        assertThat(as("own").handIn(InventedRows.csv(3, 2, ISSUED), issuance).status()).isEqualTo(201);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM upload WHERE outcome = 'REFUSED'", Integer.class)).isZero();
    }

    @Test
    void a_long_report_is_cleared_as_a_whole() {
        as("own").handIn(InventedRows.csv(1, 6000, ISSUED).replace("电工", "木工"), issuance);
        assertThat(count("upload_flaw")).isEqualTo(12_000);
        clock.set(NOW.plus(Duration.ofDays(7)).plusSeconds(1));
        as("own").handIn(InventedRows.csv(1, 1, ISSUED), issuance);
        assertThat(count("upload_flaw") + count("upload_part")).isZero();
        assertThat(count("upload")).isEqualTo(1);
    }

    @Test
    void numbers_taken_again_and_again_are_told_with_what_to_do() {
        jdbc.execute("ALTER TABLE certificate ADD UNIQUE INDEX only_here (issue_date)");
        try {
            Answer refused = as("own").handIn(InventedRows.csv(1, 2, ISSUED), issuance);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("code").asString()).isEqualTo("number-taken");
            assertThat(refused.json().path("rule").asString()).isEqualTo("C5");
            assertThat(refused.json().path("detail").asString()).contains("请重新上传");
        } finally {
            jdbc.execute("ALTER TABLE certificate DROP INDEX only_here");
        }
        assertThat(count("submission") + count("certificate") + count("upload")).isZero();
    }

    private static String faulty(int serial) {
        return InventedRows.csv(serial, 1, ISSUED).replace("电工", "木工");
    }

    @Test
    void the_kept_file_is_sealed() {
        as("own").handIn(faulty(7), issuance);
        String kept = jdbc.queryForObject("SELECT HEX(sealed) FROM upload_part", String.class);
        assertThat(kept).doesNotContain(java.util.HexFormat.of().withUpperCase()
                .formatHex(InventedRows.idNumber(7).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static List<List<String>> rows(int count) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(InventedRows.HEADER));
        for (int serial = 0; serial < count; serial++) {
            rows.add(new ArrayList<>(InventedRows.row(serial, ISSUED)));
        }
        return rows;
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
