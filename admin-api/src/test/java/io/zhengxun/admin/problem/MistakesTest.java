package io.zhengxun.admin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and clients get wrong is answered with what would be right. */
class MistakesTest extends AdminApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "12345678901234567890", "-"})
    void a_key_that_is_no_number_is_nobodys(String id) {
        Answer answer = as("province").get("/api/data-managers/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "12345678901234567890"})
    void a_parameter_that_is_no_number_is_named(String version) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nx\r\n--b--\r\n";
        Answer answer = as("admin").send(as("admin").request("/api/institutions/S000044010002/scope?version=" + version)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("version");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("type");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/submissions/{number}/return, rows[0], {\"version\": 2; \"rows\": [null]}",
        "/api/submissions/{number}/return, rows[1], {\"version\": 2; \"rows\": [{\"row\": 2; \"reason\": \"NAME\"}; null]}",
        "/api/submissions/acts, batches[0], {\"act\": \"TAKE_UP\"; \"batches\": [null]}",
        "/api/submissions/acts, batches[0], {\"act\": \"TAKE_UP\"; \"batches\": [{\"version\": 2}]}",
        "/api/submissions/acts, batches[0], {\"act\": \"TAKE_UP\"; \"batches\": [{\"number\": \"PC\"}]}"
    })
    void an_empty_place_of_a_list_is_named(String path, String field, String body) {
        String number = underReview(30, 2);
        refusedFor(field, as("city").post(path.replace("{number}", number), body.replace(';', ',')));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/ministry-exports, province, batches[0], {\"batches\": [null]}",
        "/api/institutions, admin, scope[0].levels, {\"scope\": [null]}",
        "/api/institutions, admin, scope[0].levels, {\"scope\": [{\"occupation\": \"电工\"; \"levels\": [null]}]}"
    })
    void so_it_is_in_other_lists(String path, String account, String field, String body) {
        refusedFor(field, as(account).post(path, body.replace(';', ',')));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/submissions/{submission}/submit, own",
        "/api/submissions/{submission}/discard, own",
        "/api/submissions/{submission}/take-up, city",
        "/api/submissions/{submission}/return, city",
        "/api/issuances/{issuance}/amend, own",
        "/api/issuances/{issuance}/cancel, own",
        "/api/issuances/{issuance}/admit, province-lead",
        "/api/returns/TH/acknowledgement, own"
    })
    void an_act_without_the_version_that_was_seen_is_refused_for_that(String path, String account) {
        String there = path.replace("{submission}", underReview(40, 2)).replace("{issuance}", issued(2, ISSUED));
        Answer answer = as(account).post(there, Map.of());
        refusedFor("version", answer);
        assertThat(answer.json().path("rule").asString()).isEqualTo("W4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stat=OPEN", "institution=S000044010001", "stat=OPEN&format=xlsx"})
    void a_misspelt_filter_of_issuances_is_refused_instead_of_not_applied(String query) {
        refusedFor(query.substring(0, query.indexOf('=')), as("own").get("/api/issuances?" + query));
    }

    private static void refusedFor(String field, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field")).contains(field);
    }
}
