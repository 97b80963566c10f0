package io.zhengxun.standalone.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.PlatformCaller;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can go wrong with single endpoints, before or after the effect. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET,
            "zhengxun.simulator.bot-base-url=none"
        })
class EndpointFaultTest {

    private static final String USER = "oCrowd42";

    private final SimulatorClient simulator;
    private PlatformCaller platform;

    EndpointFaultTest(@LocalServerPort int port) {
        simulator = new SimulatorClient(port);
    }

    @BeforeEach
    void nothing_accepted_yet() {
        simulator.faults("{}");
        simulator.call("DELETE", "/simulator/accepted", null);
        platform = PlatformCaller.official(simulator);
    }

    @AfterEach
    void no_faults() {
        simulator.faults("{}");
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void a_closed_connection_is_no_answer_be_it_before_or_after_the_effect(boolean effect, int accepted) {
        strike("\"kind\":\"CLOSE\",\"times\":1,\"effect\":" + effect);
        assertThatThrownBy(this::send).isInstanceOf(UncheckedIOException.class);
        assertThat(accepted()).isEqualTo(accepted);

        assertThat(send().body()).contains("\"errcode\":0");
        assertThat(accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, 503, 503, ''",
        "HTML, 502, 502, '<h1>502 Bad Gateway</h1>'",
        "HTML, 200, 200, '<h1>502 Bad Gateway</h1>'",
        "ERRCODE, -1, 200, '\"errcode\":-1,'",
        "ERRCODE, 45009, 200, '\"errcode\":45009,'"
    })
    void an_error_strikes_as_often_as_it_is_said(String kind, int code, int status, String body) {
        strike("\"kind\":\"%s\",\"code\":%d,\"times\":2".formatted(kind, code));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = send();
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(body);
        }
        assertThat(accepted()).isZero();
        assertThat(send().body()).contains("\"errcode\":0");
    }

    @Test
    void an_error_can_hide_that_all_went_well() {
        strike("\"kind\":\"HTTP\",\"code\":500,\"effect\":true,\"times\":1");
        assertThat(send().statusCode()).isEqualTo(500);
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void a_hanging_call_has_its_effect_at_once_and_its_answer_late() throws InterruptedException {
        strike("\"kind\":\"HANG\",\"millis\":700,\"times\":1");
        long before = System.nanoTime();
        Thread caller = new Thread(() -> assertThat(send().body()).contains("\"errcode\":0"));
        caller.start();
        await().until(() -> accepted() == 1);
        assertThat(caller.isAlive()).isTrue();
        caller.join();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void a_fault_strikes_its_paths_only_and_without_a_number_always() {
        strike("\"kind\":\"ERRCODE\",\"code\":40001");
        for (int i = 0; i < 3; i++) {
            assertThat(send().body()).contains("\"errcode\":40001,");
        }
        assertThat(platform.get("/cgi-bin/getcallbackip").has("ip_list")).isTrue();
    }

    @Test
    void forgotten_tokens_are_unknown_ones() {
        simulator.call("POST", "/simulator/faults/forget-tokens", null);
        assertThat(send().body()).contains("\"errcode\":40001,");
        platform = PlatformCaller.official(simulator);
        assertThat(send().body()).contains("\"errcode\":0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"endpoints\":[{\"path\":\"/cgi-bin\"}]}",
                "{\"endpoints\":[{\"kind\":\"HTTP\",\"code\":99}]}",
                "{\"endpoints\":[{\"kind\":\"HANG\",\"millis\":-1}]}",
                "{\"endpoints\":[{\"kind\":\"OTHER\"}]}",
                "{\"reports\":{\"lostPercent\":101}}",
                "{\"limits\":{\"perDay\":-1}}"
            })
    void a_fault_that_cannot_be_is_refused(String json) {
        assertThat(simulator.call("PUT", "/simulator/faults", json).statusCode()).isEqualTo(400);
    }

    private void strike(String fault) {
        simulator.faults("{\"endpoints\":[{\"path\":\"/cgi-bin/message/template\"," + fault + "}]}");
    }

    private HttpResponse<String> send() {
        return simulator.call("POST", platform.with("/cgi-bin/message/template/send"), """
                {"touser":"%s","template_id":"simulated-template-test","client_msg_id":"N1x0",
                 "data":{"thing1":{"value":"测试"},"date2":{"value":"2026年11月23日"}}}""".formatted(USER));
    }

    private int accepted() {
        return simulator.json("GET", "/simulator/accepted?to=" + USER, null).path("count").asInt();
    }
}
