package io.zhengxun.standalone.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import io.zhengxun.fixture.SimulatorSlice.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** api.weixin.qq.com as played here, asked by hand and by WxJava. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET
        })
class PlatformApiTest {

    private static final String API = "/simulator/api";
    private static final String CREDENTIALS = "grant_type=client_credential&appid=%s&secret=%s";

    private final int port;
    private final SimulatorClient simulator;
    private final SettableClock clock;
    private Instant start;

    @Autowired
    PlatformApiTest(@LocalServerPort int port, SettableClock clock) {
        this.port = port;
        this.simulator = new SimulatorClient(port);
        this.clock = clock;
    }

    /** Each test begins on a later morning than the one before: no token and no quota of another one matters. */
    @BeforeEach
    void another_morning() {
        simulator.faults("{}");
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
        clock.set(start);
    }

    @AfterEach
    void no_faults() {
        simulator.faults("{}");
    }

    @Test
    void a_stable_token_stays_the_same_until_its_last_five_minutes() {
        JsonNode first = stable(false);
        assertThat(first.path("expires_in").asInt()).isEqualTo(7200);

        clock.set(start.plusSeconds(6899));
        JsonNode late = stable(false);
        assertThat(late.path("access_token")).isEqualTo(first.path("access_token"));
        assertThat(late.path("expires_in").asInt()).isEqualTo(301);

        clock.set(start.plusSeconds(6900));
        JsonNode next = stable(false);
        assertThat(next.path("access_token")).isNotEqualTo(first.path("access_token"));
        assertThat(use(first)).isZero();
        assertThat(use(next)).isZero();

        clock.set(start.plusSeconds(7200));
        assertThat(use(first)).isEqualTo(42001);
        assertThat(use(next)).isZero();
    }

    @Test
    void a_forced_refresh_works_once_in_thirty_seconds_and_two_kill_a_leaked_token() {
        JsonNode leaked = stable(false);
        JsonNode second = stable(true);
        assertThat(second.path("access_token")).isNotEqualTo(leaked.path("access_token"));
        assertThat(use(leaked)).isZero();

        clock.set(start.plusSeconds(29));
        assertThat(stable(true).path("access_token")).isEqualTo(second.path("access_token"));

        clock.set(start.plusSeconds(30));
        assertThat(stable(true).path("access_token")).isNotEqualTo(second.path("access_token"));
        assertThat(use(leaked)).isEqualTo(40001);
        assertThat(use(second)).isZero();
        clock.set(start.plusSeconds(330));
        assertThat(use(second)).isEqualTo(42001);
    }

    @Test
    void the_twenty_first_forced_refresh_of_a_day_is_refused() {
        stable(false);
        for (int i = 0; i < 20; i++) {
            clock.set(start.plusSeconds(30L * i));
            assertThat(stable(true).has("access_token")).isTrue();
        }
        clock.set(start.plusSeconds(600));
        assertThat(stable(true).path("errcode").asInt()).isEqualTo(45009);
        assertThat(stable(false).has("access_token")).isTrue();
    }

    @Test
    void the_old_way_gives_a_new_token_each_time_and_leaves_the_stable_one_alone() {
        JsonNode stable = stable(false);
        JsonNode first = plain();
        JsonNode second = plain();
        assertThat(second.path("access_token")).isNotEqualTo(first.path("access_token"));
        assertThat(use(first)).isZero();
        assertThat(use(stable)).isZero();
        clock.set(start.plusSeconds(300));
        assertThat(use(first)).isEqualTo(42001);
        assertThat(use(second)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /cgi-bin/nothing, , 40066",
        "POST, /cgi-bin/token, , 43001",
        "GET, /cgi-bin/stable_token, , 43002",
        "POST, /cgi-bin/stable_token, '{', 47001",
        "POST, /cgi-bin/stable_token, '[]', 47001",
        "POST, /cgi-bin/stable_token, '', 47001",
        "POST, /cgi-bin/stable_token, '{}', 40002",
        "GET, /cgi-bin/token?grant_type=client_credential&appid=other&secret=x, , 40013",
        "GET, /cgi-bin/token?grant_type=client_credential&appid=wx0test0test0test0&secret=x, , 40125",
        "GET, /cgi-bin/token?grant_type=client_credential&appid=wx0test0test0test0, , 41004",
        "GET, /cgi-bin/token?grant_type=client_credential, , 41002",
        "GET, /cgi-bin/getcallbackip, , 41001",
        "GET, /cgi-bin/getcallbackip?access_token=invented, , 40001"
    })
    void errors_are_answers_with_status_200_and_a_request_id(String method, String path, String body, int code) {
        var answer = simulator.call(method, API + path, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode json = simulator.json(method, API + path, body);
        assertThat(json.path("errcode").asInt()).isEqualTo(code);
        assertThat(json.path("errmsg").asString()).matches(".+ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
    }

    @Test
    void the_callback_addresses_need_a_token() {
        JsonNode token = stable(false);
        assertThat(addresses(token).path("ip_list").path(0).asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void expired_tokens_are_a_fault_from_which_the_bot_recovers() {
        JsonNode token = stable(false);
        assertThat(simulator.call("POST", "/simulator/faults/expire-tokens", null).statusCode()).isEqualTo(204);
        assertThat(use(token)).isEqualTo(42001);
        assertThat(use(stable(false))).isZero();
    }

    @Test
    void an_error_code_and_a_delay_are_faults_of_every_endpoint() {
        JsonNode token = stable(false);
        simulator.faults("{\"apiErrorCode\":-1,\"apiDelayMillis\":300}");
        long before = System.nanoTime();
        assertThat(use(token)).isEqualTo(-1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void wxjava_gets_its_token_here_and_a_new_one_when_it_expired() throws WxErrorException {
        WxMpServiceImpl client = wxJava(FakeBot.SECRET);
        assertThat(client.getCallbackIP()).containsExactly("127.0.0.1");
        String before = client.getAccessToken();
        simulator.call("POST", "/simulator/faults/expire-tokens", null);
        assertThat(client.getCallbackIP()).containsExactly("127.0.0.1");
        assertThat(client.getAccessToken()).isNotEqualTo(before);
    }

    @Test
    void wxjava_is_refused_with_a_wrong_secret() {
        assertThatThrownBy(() -> wxJava("wrong").getAccessToken())
                .isInstanceOfSatisfying(WxErrorException.class,
                        e -> assertThat(e.getError().getErrorCode()).isEqualTo(40125));
    }

    private WxMpServiceImpl wxJava(String secret) {
        String base = "http://127.0.0.1:" + port + API;
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(FakeBot.APP_ID);
        config.setSecret(secret);
        config.useStableAccessToken(true);
        config.setHostConfig(new WxMpHostConfig(base, base, base));
        WxMpServiceImpl client = new WxMpServiceImpl();
        client.setWxMpConfigStorage(config);
        return client;
    }

    private JsonNode stable(boolean force) {
        return simulator.json("POST", API + "/cgi-bin/stable_token",
                "{\"grant_type\":\"client_credential\",\"appid\":\"%s\",\"secret\":\"%s\",\"force_refresh\":%s}"
                        .formatted(FakeBot.APP_ID, FakeBot.SECRET, force));
    }

    private JsonNode plain() {
        return simulator.json(
                "GET", API + "/cgi-bin/token?" + CREDENTIALS.formatted(FakeBot.APP_ID, FakeBot.SECRET), null);
    }

    private JsonNode addresses(JsonNode token) {
        return simulator.json(
                "GET", API + "/cgi-bin/getcallbackip?access_token=" + token.path("access_token").asString(), null);
    }

    /** The errcode of a call with this token; 0 when it works. */
    private int use(JsonNode token) {
        return addresses(token).path("errcode").asInt(0);
    }
}
