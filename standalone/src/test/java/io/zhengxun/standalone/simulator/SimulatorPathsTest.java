package io.zhengxun.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may use the simulator, and what its page gets. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET
        })
class SimulatorPathsTest {

    private final int port;
    private final SimulatorClient simulator;

    SimulatorPathsTest(@LocalServerPort int port) {
        this.port = port;
        this.simulator = new SimulatorClient(port);
    }

    @Test
    void the_page_is_open_and_loads_nothing_from_elsewhere() {
        HttpResponse<String> page = simulator.call("GET", "/simulator/", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>证讯 · 微信模拟器</title>").doesNotContain("src=\"http", "href=\"http");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(simulator.call("GET", "/simulator", null).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.js", "simulator.js", "sheets.js", "mails.js", "faults.js"})
    void no_script_of_the_page_writes_mark_up(String script) {
        HttpResponse<String> answer = simulator.call("GET", "/simulator/" + script, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write");
        assertThat(simulator.call("GET", "/simulator/", null).body()).contains("<script src=\"" + script + "\" defer>");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://elsewhere.example, 403",
        "Origin, null, 403",
        "Origin, ::, 403",
        "X-Nothing, x, 200"
    })
    void only_its_own_page_and_programs_may_change_something(String header, String value, int status) {
        assertThat(simulator.call("PUT", "/simulator/faults", "{}", header, value).statusCode()).isEqualTo(status);
    }

    @Test
    void its_own_origin_may_change_something() {
        assertThat(simulator.call("PUT", "/simulator/faults", "{}", "Origin", "http://127.0.0.1:" + port).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"callbackDelayMillis\":-1}", "{\"lostAnswers\":11}", "{\"retryNonce\":\"OTHER\"}", "{", "[]"})
    void a_fault_that_cannot_be_is_refused(String json) {
        assertThat(simulator.call("PUT", "/simulator/faults", json).statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_not_named_in_a_put_is_off() {
        simulator.faults("{\"duplicatePush\":true,\"lostAnswers\":2}");
        assertThat(simulator.json("GET", "/simulator/faults", null).path("lostAnswers").asInt()).isEqualTo(2);
        simulator.faults("{\"wrongSignature\":true}");
        assertThat(simulator.json("GET", "/simulator/faults", null).path("duplicatePush").asBoolean()).isFalse();
        simulator.faults("{}");
    }

    @Test
    void effects_and_suggestions_are_shown() {
        assertThat(simulator.call("GET", "/simulator/effects", null).body()).isEqualTo("{\"count\":7}");
        assertThat(simulator.json("GET", "/simulator/suggestions", null).path(0).path("label").asString())
                .isEqualTo("查证书");
    }
}
