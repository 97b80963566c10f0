package io.zhengxun.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who calls an endpoint in a way that it does not know learns the right one. */
class UnknownPathTest extends AdminApiTest {

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/issuances, GET、POST",
        "PUT, /api/submissions/PC261123-7KQ2MX4T, GET",
        "DELETE, /api/submissions/PC261123-7KQ2MX4T/submit, POST"
    })
    void of_a_wrong_method_it_names_the_right_ones(String method, String path, String allowed) {
        Answer answer = as("own").withJson(method, path, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(answer.json().path("code").asString()).isEqualTo("method");
        assertThat(answer.json().path("detail").asString()).isEqualTo("此地址只接受 " + allowed);
        assertThat(answer.http().headers().firstValue("Allow").orElseThrow().split(", ?"))
                .containsExactlyInAnyOrder(allowed.split("、"));
    }

    @Test
    void where_a_file_is_awaited_it_says_how_to_send_it() {
        Answer answer = as("own").post("/api/submissions", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.json().path("detail").asString()).contains("multipart/form-data", "file");
    }

    @Test
    void where_a_form_is_awaited_it_says_so_too() {
        Answer answer = as("own").send(as("own").request("/api/issuances")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.json().path("detail").asString()).contains("application/json");
    }

    @Test
    void what_there_is_not_stays_absent() {
        assertThat(as("own").get("/api/nothing").status()).isEqualTo(404);
        assertThat(as("").get("/api/nothing").status()).isEqualTo(401);
    }
}
