package io.zhengxun.standalone.simulator.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.PlatformCaller;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import io.zhengxun.fixture.SimulatorSlice.SettableClock;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who opens a page, as its server learns it. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET,
            "zhengxun.wechat.mini.app-id=" + PlatformCaller.MINI_APP_ID,
            "zhengxun.wechat.mini.secret=" + PlatformCaller.MINI_SECRET,
            "zhengxun.wechat.mini.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mini.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.simulator.bot-base-url=none"
        })
class VisitTest {

    private static final String AUTHORIZE = "/simulator/open/connect/oauth2/authorize?appid=%s&redirect_uri=%s"
            + "&response_type=%s&scope=%s&state=%s";
    private static final String TICKET = "/cgi-bin/ticket/getticket?type=jsapi";
    private static final String BACK = "http%3A%2F%2F127.0.0.1%3A8080%2Fm%2Fnotices%2F1";

    private final SimulatorClient simulator;
    private final SettableClock clock;
    private PlatformCaller platform;
    private String user;

    VisitTest(@LocalServerPort int port, @Autowired SettableClock clock) {
        this.simulator = new SimulatorClient(port);
        this.clock = clock;
    }

    @BeforeEach
    void somebody() {
        user = simulator.follower();
        platform = PlatformCaller.official(simulator);
    }

    @Test
    void a_tapped_message_opens_its_link_as_the_phones_user() {
        platform.template(user, "");
        JsonNode lines = simulator.chat(user);
        long number = lines.path(lines.size() - 1).path("number").asLong();

        HttpResponse<String> tapped =
                simulator.call("GET", "/simulator/phones/" + user + "/messages/" + number + "/link", null);

        assertThat(tapped.statusCode()).isEqualTo(302);
        assertThat(tapped.headers().firstValue("Location")).hasValue("http://127.0.0.1:8080/m/notices/1");
        String cookie = tapped.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/simulator/open");
        HttpResponse<String> asked = simulator.call(
                "GET", authorize(FakeBot.APP_ID, BACK, "code", "snsapi_base", "abc123"), null,
                "Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(asked.headers().firstValue("Location").orElseThrow())
                .startsWith("http://127.0.0.1:8080/m/notices/1?code=")
                .endsWith("&state=abc123");
        assertThat(redeem(code(asked)).path("openid").asString()).isEqualTo(user);
    }

    @Test
    void a_code_works_once_and_for_five_minutes() {
        String first = code(visit());
        assertThat(redeem(first).path("openid").asString()).isEqualTo(user);
        assertThat(redeem(first).path("errcode").asInt()).isEqualTo(40163);
        assertThat(redeem("invented").path("errcode").asInt()).isEqualTo(40029);
        String late = code(visit());
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(redeem(late).path("errcode").asInt()).isEqualTo(40029);
    }

    @ParameterizedTest
    @CsvSource({
        "wx0other0other0oth, http%3A%2F%2F127.0.0.1%2Fm, code, snsapi_base, s, 10013",
        "wx0test0test0test0, https%3A%2F%2Felsewhere.example%2Fm, code, snsapi_base, s, 10003",
        "wx0test0test0test0, javascript%3Aalert(1), code, snsapi_base, s, 10003",
        "wx0test0test0test0, http%3A%2F%2F127.0.0.1%2Fm, token, snsapi_base, s, 10005",
        "wx0test0test0test0, http%3A%2F%2F127.0.0.1%2Fm, code, other, s, 10005",
        "wx0test0test0test0, http%3A%2F%2F127.0.0.1%2Fm, code, snsapi_base, a-b, 10005"
    })
    void a_wrong_wish_leads_nowhere(String appId, String back, String type, String scope, String state, int code) {
        HttpResponse<String> answer =
                simulator.call("GET", authorize(appId, back, type, scope, state) + "&phone=" + user, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("错误码 " + code);
    }

    @Test
    void a_page_that_was_opened_on_no_phone_learns_nobody() {
        assertThat(simulator.call("GET", authorize(FakeBot.APP_ID, BACK, "code", "snsapi_base", "s"), null).body())
                .contains("请在微信客户端打开链接");
    }

    @Test
    void a_link_in_a_text_opens_as_the_phones_user_too() {
        simulator.call("POST", "/simulator/phones/" + user + "/messages", "{\"content\": \"你好\"}");
        platform.post("/cgi-bin/message/custom/send", Map.of("touser", user, "msgtype", "text",
                "text", Map.of("content", "请看<a href=\"http://127.0.0.1:8080/m/own\">我的信息</a>")));
        JsonNode lines = simulator.chat(user);
        long number = lines.path(lines.size() - 1).path("number").asLong();

        HttpResponse<String> tapped =
                simulator.call("GET", "/simulator/phones/" + user + "/messages/" + number + "/link", null);

        assertThat(tapped.headers().firstValue("Location")).hasValue("http://127.0.0.1:8080/m/own");
        assertThat(tapped.headers().firstValue("Set-Cookie").orElse("")).contains(user);
    }

    @Test
    void a_text_without_a_link_opens_nothing() {
        assertThat(simulator.call("GET", "/simulator/phones/" + user + "/messages/1/link", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_account_can_ask_whether_somebody_follows() {
        assertThat(platform.get("/cgi-bin/user/info?openid=" + user).path("subscribe").asInt()).isEqualTo(1);
        simulator.call("POST", "/simulator/phones/" + user + "/unfollow", null);
        JsonNode gone = platform.get("/cgi-bin/user/info?openid=" + user);
        assertThat(gone.path("subscribe").asInt(1)).isZero();
        assertThat(gone.size()).isEqualTo(2);
        assertThat(platform.get("/cgi-bin/user/info?openid=oNobody").path("errcode").asInt()).isEqualTo(40003);
    }

    @Test
    void a_ticket_lasts_for_two_hours_and_is_the_official_accounts() {
        JsonNode ticket = platform.get(TICKET);
        assertThat(ticket.path("errcode").asInt(1)).isZero();
        clock.set(clock.instant().plus(Duration.ofMinutes(90)));
        JsonNode again = platform.get(TICKET);
        assertThat(again.path("ticket").asString()).isEqualTo(ticket.path("ticket").asString());
        assertThat(again.path("expires_in").asInt()).isLessThan(ticket.path("expires_in").asInt());
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        platform = PlatformCaller.official(simulator);
        assertThat(platform.get(TICKET).path("ticket").asString()).isNotEqualTo(ticket.path("ticket").asString());
        assertThat(platform.get("/cgi-bin/ticket/getticket?type=other").path("errcode").asInt()).isEqualTo(47003);
        assertThat(PlatformCaller.mini(simulator).get(TICKET).path("errcode").asInt()).isEqualTo(48001);
    }

    @ParameterizedTest
    @CsvSource({
        "wx0test0test0test0, http://127.0.0.1:8080/m/notices/1,      'config:ok'",
        "wx0test0test0test0, http://127.0.0.1:8080/m/notices/1#top,  'config:ok'",
        "wx0test0test0test0, http://127.0.0.1:8080/m/notices/2,      'config:fail, invalid signature'",
        "wx0test0test0test0, http://127.0.0.1:8080/m/notices/1?from, 'config:fail, invalid signature'",
        "wx0other0other0oth, http://127.0.0.1:8080/m/notices/1,      'config:fail, invalid appid'",
        "wx0test0test0test0, http://elsewhere.example/m/notices/1,   'config:fail, invalid url domain'"})
    void a_page_is_signed_for_its_own_address(String appId, String url, String answer) {
        String signature = DigestUtils.sha1Hex("jsapi_ticket=" + platform.get(TICKET).path("ticket").asString()
                + "&noncestr=n&timestamp=1&url=http://127.0.0.1:8080/m/notices/1");
        JsonNode checked = simulator.json("GET", "/simulator/open/jssdk/config?appId=" + appId + "&timestamp=1&nonceStr=n"
                + "&signature=" + signature + "&url=" + URLEncoder.encode(url, StandardCharsets.UTF_8), null);
        assertThat(checked.path("errMsg").asString()).isEqualTo(answer);
    }

    private HttpResponse<String> visit() {
        return simulator.call(
                "GET", authorize(FakeBot.APP_ID, BACK, "code", "snsapi_base", "s") + "&phone=" + user, null);
    }

    private static String authorize(String appId, String back, String type, String scope, String state) {
        return AUTHORIZE.formatted(appId, back, type, scope, state);
    }

    private static String code(HttpResponse<String> answer) {
        Matcher code = Pattern.compile("code=([^&]*)").matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private JsonNode redeem(String code) {
        return simulator.json("GET", "/simulator/api/sns/oauth2/access_token?appid=%s&secret=%s&code=%s"
                .formatted(FakeBot.APP_ID, FakeBot.SECRET, code) + "&grant_type=authorization_code", null);
    }
}
