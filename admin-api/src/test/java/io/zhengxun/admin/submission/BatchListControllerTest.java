package io.zhengxun.admin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BatchListControllerTest extends AdminApiTest {

    @BeforeEach
    void four_batches() {
        batch("PC261120-AAAAAAAA", "own", "RECEIVED", 0, "2026-11-20 01:00:00");
        batch("PC261121-BBBBBBBB", "own", "CITY_REVIEW", 2, "2026-11-20 17:00:00");
        batch("PC261122-CCCCCCCC", "own", "CITY_REVIEW", 0, "2026-11-22 01:00:00");
        batch("PC261122-DDDDDDDD", "other", "CITY_REVIEW", 0, "2026-11-22 02:00:00");
    }

    private void batch(String number, String of, String stage, int lateRows, String at) {
        jdbc.update("""
                INSERT INTO submission (number, institution_id, tier, region_code, stage, desk, kind, stage_since,
                    desk_received_at, row_count, carried_rows, late_rows, submitted_by, created_at, version)
                SELECT ?, institution_id, 'MUNICIPAL', '440100', ?, 'CITY', 'REPORT', ?, ?, 3, 3, ?, ?, ?, 0
                FROM account WHERE username = ?""", number, stage, at, at, lateRows, of, at, of);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "province | '' | DCBA", "city | '' | DCBA", "own | '' | CBA", "other | '' | D", "elsewhere | '' | ''",
        "auditor | stage=CITY_REVIEW | DCB", "city | stage=CITY_REVIEW&late=true | B", "city | kind=REPORT&late=false | DCBA",
        "city | kind=CORRECTION | ''", "province | city=440100&createdFrom=2026-11-21 | DCB",
        "province | createdTo=2026-11-21 | BA", "province | city=440200 | ''", "city | number=pc261122 | DC",
        "city | number=PC261122-D | D", "province | institution=S000044010002 | D", "own | institution=S0000 | CBA",
    }, delimiter = '|')
    void batches_are_found_within_the_scope_newest_first(String account, String query, String expected) {
        JsonNode answer = as(account).get("/api/submissions?" + unquoted(query)).json();
        assertThat(letters(answer.path("items"))).isEqualTo(unquoted(expected));
    }

    private static String unquoted(String text) {
        return text.equals("''") ? "" : text;
    }

    @Test
    void part_of_the_name_finds_the_institution() {
        String part = URLEncoder.encode("另一示例", StandardCharsets.UTF_8);
        assertThat(letters(as("city").get("/api/submissions?institution=" + part).json().path("items"))).isEqualTo("D");
    }

    @Test
    void pages_follow_each_other() {
        StringBuilder letters = new StringBuilder();
        String next = "";
        do {
            JsonNode page = as("city").get("/api/submissions?limit=1&after=" + next).json();
            letters.append(letters(page.path("items")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(letters.toString()).isEqualTo("DCBA");
    }

    @Test
    void all_wrong_parameters_are_named_at_once_each_with_what_would_be_right() {
        Answer answer = as("city").get("/api/submissions?stage=x&kind=y&late=z&city=440200&createdFrom=2026-02-30"
                + "&issuedFrom=2026-02-03&issuedTo=2026-02-02&institution=S9&number=PC26&issuance=q&after=w&limit=201"
                + "&stagge=RECEIVED&format=pdf");
        assertThat(answer.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json().path("errors").forEach(error -> {
            fields.add(error.path("field").asString());
            assertThat(error.path("message").asString()).containsPattern("\\p{IsHan}");
        });
        assertThat(fields).containsExactlyInAnyOrder("stage", "kind", "late", "city", "createdFrom", "issuedTo",
                "institution", "number", "issuance", "after", "limit", "stagge", "format");
    }

    @Test
    void days_of_both_kinds_are_not_mixed() {
        Answer answer = as("city").get("/api/submissions?createdFrom=2026-02-03&issuedFrom=2026-02-03");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("parameter.one-kind-of-day");
    }

    @Test
    void the_same_list_is_exported() throws IOException {
        Answer answer = as("city").get("/api/submissions?stage=CITY_REVIEW&format=xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.http().body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).extracting(row -> row.getCellText(0))
                    .containsExactly("批次号", "PC261122-DDDDDDDD", "PC261122-CCCCCCCC", "PC261121-BBBBBBBB");
            assertThat(rows.get(3).getCellText(10)).isEqualTo("2");
            assertThat(rows.get(3).getCellText(15)).isEqualTo("2026-11-21");
        }
        assertThat(as("admin").get("/api/submissions?format=xlsx").status()).isEqualTo(403);
    }

    private static String letters(JsonNode items) {
        StringBuilder letters = new StringBuilder();
        items.forEach(item -> letters.append(item.path("number").asString().charAt(9)));
        return letters.toString();
    }
}
