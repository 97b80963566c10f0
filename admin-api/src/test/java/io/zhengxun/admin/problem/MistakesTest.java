package io.zhengxun.admin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
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
}
