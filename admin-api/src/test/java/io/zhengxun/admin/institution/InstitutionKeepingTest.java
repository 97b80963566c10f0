package io.zhengxun.admin.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.FreshNumbers;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionKeepingTest extends AdminApiTest {

    private final String prefix = FreshNumbers.prefix('Y');
    private final String path = "/api/institutions/" + prefix;

    private Answer file() {
        return as("admin").post("/api/institutions", Map.of(
                "numberPrefix", prefix, "name", "示例备案中心" + prefix, "tier", "MUNICIPAL", "regionCode", "440200",
                "phone", "000-00000000",
                "scope", List.of(Map.of("occupation", "电工", "levels", List.of("高级工", "四级")))));
    }

    @Test
    void a_filed_institution_is_found_with_its_scope() {
        assertThat(file().status()).isEqualTo(201);
        Answer found = as("elsewhere").get(path);
        assertThat(found.json().at("/scope/0/occupation").asString()).isEqualTo("电工");
        assertThat(found.json().at("/scope/0/levels")).hasSize(2);
        assertThat(as("city").get(path).status()).isEqualTo(404);
        assertThat(as("own").get(path).status()).isEqualTo(404);
        assertThat(as("province").get("/api/institutions?q=" + prefix.substring(0, 12)).json().path("items")).isNotEmpty();
    }

    @Test
    void everything_wrong_is_named_at_once() {
        file();
        Answer refused = as("admin").post("/api/institutions", Map.of(
                "numberPrefix", prefix, "name", "示例备案中心" + prefix, "tier", "PROVINCIAL", "regionCode", "440100",
                "phone", "x", "scope", List.of(Map.of("occupation", "", "levels", List.of("高级")))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).containsExactlyInAnyOrder(
                "numberPrefix", "name", "regionCode", "phone", "scope[0].occupation", "scope[0].levels");
    }

    @ParameterizedTest
    @CsvSource({"S00004401000", "s000044010001", "S000045010001", "X000044010001", "S0000440100O1", "''"})
    void a_prefix_that_no_certificate_number_has_is_refused(String wrong) {
        Answer refused = as("admin").post("/api/institutions", Map.of("numberPrefix", wrong));
        assertThat(fields(refused)).contains("numberPrefix");
    }

    @Test
    void a_form_of_an_older_state_is_refused() {
        file();
        Map<String, Object> change = Map.of("name", "改名后的示例中心" + prefix, "phone", "000-11111111", "version", 0);
        assertThat(as("admin").put(path, change).json().path("version").asInt()).isEqualTo(1);
        Answer second = as("admin").put(path, change);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("code").asString()).isEqualTo("institution-changed");
    }

    @Test
    void a_file_replaces_the_scope_and_the_trail_keeps_what_changed() {
        file();
        Answer changed = sheet("职业名称,等级\r\n电工,高级工\r\n焊工,三级\r\n焊工,3级\r\n", 0);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("scope")).hasSize(2);
        String entry = jdbc.queryForList("SELECT * FROM audit_entry WHERE subject_key = ? ORDER BY id DESC LIMIT 1", prefix)
                .toString();
        assertThat(entry).contains("INSTITUTION_SCOPE_FILED", "焊工");
        Answer refused = sheet("职业名称,等级\r\n,高级工\r\n焊工,九级\r\n", 1);
        assertThat(fields(refused)).containsExactly("rows[2].occupation", "rows[3].levels");
    }

    private Answer sheet(String csv, int version) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n" + version
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.csv\"\r\n\r\n" + csv + "\r\n--b--\r\n";
        return as("admin").send(as("admin").request(path + "/scope")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .PUT(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @CsvSource({"own", "city", "city-lead", "province", "province-lead", "auditor"})
    void only_administrators_file(String account) {
        assertThat(as(account).post("/api/institutions", Map.of()).status()).isEqualTo(403);
        assertThat(as(account).put(path, Map.of()).status()).isEqualTo(403);
    }

    private static List<String> fields(Answer refused) {
        List<String> fields = new ArrayList<>();
        refused.json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }
}
