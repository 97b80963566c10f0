package io.zhengxun.admin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest extends AdminApiTest {

    @ParameterizedTest
    @CsvSource({"own, 200", "city, 200", "province, 200", "other, 404", "elsewhere, 404"})
    void a_batch_and_its_upload_are_seen_within_the_scope_only(String account, int status) {
        String issuance = issued(5, ISSUED);
        Answer stored = as("own").handIn(InventedRows.csv(1, 1, ISSUED), issuance);
        Answer refused = as("own").handIn(InventedRows.csv(1, 2, ISSUED), issuance);
        String upload = "/api/uploads/" + refused.json().at("/upload/number").asString();
        for (String path : List.of(
                "/api/submissions/" + stored.json().at("/submission/number").asString(),
                "/api/uploads/" + stored.json().at("/upload/number").asString(),
                upload, upload + "/flaws")) {
            assertThat(as(account).get(path).status()).as(path).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"own, 200, 1", "other, 404, 0", "city, 403, 0", "city-lead, 403, 0", "province, 403, 0", "auditor, 403, 0"})
    void a_refused_sheet_goes_back_to_its_institution_only_and_that_is_on_record(
            String account, int status, int entries) {
        String upload = as("own").handIn(InventedRows.csv(1, 2, ISSUED), issued(1, ISSUED))
                .json().at("/upload/number").asString();
        assertThat(as(account).get("/api/uploads/" + upload + "/sheet").status()).isEqualTo(status);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE act = 'UPLOAD_TAKEN_BACK' AND subject_kind = 'UPLOAD'"
                                + " AND subject_key = ? AND username = ?",
                        Integer.class, upload, account))
                .isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource({"own, true", "city, false", "auditor, false"})
    void only_who_may_take_a_refused_sheet_is_told_where_it_is(String account, boolean told) {
        String upload = as("own").handIn(InventedRows.csv(1, 2, ISSUED), issued(1, ISSUED))
                .json().at("/upload/number").asString();
        Answer head = as(account).get("/api/uploads/" + upload);
        assertThat(head.json().has("flawsUrl")).isTrue();
        assertThat(head.json().has("sheetUrl")).isEqualTo(told);
        assertThat(head.json().has("faultySheetUrl")).isEqualTo(told);
    }

    @Test
    void a_foreign_batch_is_answered_like_an_absent_one() {
        String foreign = as("own").handIn(InventedRows.csv(1, 1, ISSUED), issued(1, ISSUED)).json().at("/submission/number").asString();
        String absent = "PC261123-22222222";
        assertThat(as("other").get("/api/submissions/" + foreign).text().replace(foreign, absent))
                .isEqualTo(as("other").get("/api/submissions/" + absent).text());
    }

    @Test
    void lists_are_paged_by_key_within_the_scope() {
        String issuance = issued(3, ISSUED);
        for (int serial = 0; serial < 3; serial++) {
            as("own").handIn(InventedRows.csv(serial, 1, ISSUED), issuance);
        }
        Answer first = as("city").get("/api/submissions?limit=2");
        assertThat(first.json().path("items")).hasSize(2);
        String next = first.json().path("next").asString();
        assertThat(next).isEqualTo(first.json().at("/items/1/number").asString());
        Answer second = as("city").get("/api/submissions?limit=2&after=" + next);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().has("next")).isFalse();
        assertThat(as("other").get("/api/submissions").json().path("items")).isEmpty();
        assertThat(as("other").get("/api/submissions?after=" + next).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/submissions, 401", "/api/submissions/template, 401", "/api/submissions/x, 401", "/api/uploads/x, 401",
        "/api/uploads/x/flaws, 401", "/api/uploads/x/sheet, 401", "/api/nothing, 401",
        "/api/deadlines/calculate?rule=D6&start=2026-09-22, 200", "/actuator/health, 200", "/v3/api-docs, 200",
        "/swagger-ui/index.html, 200", "/actuator/metrics, 401", "/nothing, 401",
    })
    void without_an_account_only_what_is_public_is_open(String path, int status) {
        Answer answer = as("").get(path);
        assertThat(answer.status()).isEqualTo(status);
        if (status == 401) {
            assertThat(answer.json().path("code").asString()).isEqualTo("unauthenticated");
            assertThat(answer.http().headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @CsvSource({"city, 403, forbidden", "province, 403, forbidden", "admin, 403, forbidden", "'', 401, unauthenticated"})
    void only_an_institution_hands_in(String account, int status, String code) {
        Answer answer = as(account).handIn(InventedRows.csv(1, 1, ISSUED), "FZ261123-22222222");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 400", "none, 400"})
    void a_foreign_page_cannot_hand_in(String site, int status) {
        Answer answer = as("own").send(as("own").request("/api/submissions")
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("--b--\r\n")));
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing, 404, absent", "/api/submissions?limit=0, 422, fields", "/api/submissions?limit=x, 422, fields",
        "/api/submissions?after=nothing, 422, fields", "/api/uploads/x/flaws?after=-1, 404, absent",
    })
    void problems_have_a_code_and_a_chinese_text(String path, int status, String code) {
        Answer answer = as("own").get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.http().headers().firstValue("Content-Type").orElse("")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString()).containsPattern("\\p{IsHan}");
    }

    @Test
    void the_template_is_a_workbook() {
        Answer template = as("own").get("/api/submissions/template");
        assertThat(template.status()).isEqualTo(200);
        assertThat(template.text()).startsWith("PK");
        assertThat(as("own").handIn(template.http().body(), issued(1, ISSUED)).json().path("code").asString()).isEqualTo("sheet-no-rows");
    }

    @Test
    void the_page_of_the_api_describes_it_in_chinese_with_its_login() {
        Answer page = as("").get("/v3/api-docs");
        assertThat(page.json().at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
        assertThat(page.json().at("/paths/~1api~1submissions/post/summary").asString()).isEqualTo("上报证书数据");
        assertThat(page.json().path("paths").has("/api/**")).isFalse();
    }
}
