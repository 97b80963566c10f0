package io.zhengxun.standalone.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.FakeBot.Answer;
import io.zhengxun.fixture.FakeBot.Received;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A phone, the platform between, and a bot at the other end of real HTTP. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET,
            "zhengxun.wechat.mp.mode=safe",
            "zhengxun.simulator.answer-limit=800ms"
        })
class ChatTest {

    private static final FakeBot BOT = new FakeBot();
    private static final String UNAVAILABLE = "SYSTEM:unavailable:" + Phone.UNAVAILABLE;

    private final SimulatorClient simulator;
    private String user;

    ChatTest(@LocalServerPort int port) {
        simulator = new SimulatorClient(port);
    }

    @DynamicPropertySource
    static void bot(DynamicPropertyRegistry registry) {
        registry.add("zhengxun.simulator.bot-base-url", BOT::baseUrl);
    }

    @AfterAll
    static void stop() {
        BOT.close();
    }

    @BeforeEach
    void a_follower_and_no_faults() {
        simulator.faults("{}");
        BOT.reset();
        user = simulator.follower();
        await().until(() -> BOT.received().stream().anyMatch(push -> push.field("FromUserName").equals(user)));
        BOT.listenOnlyTo(user);
    }

    @Test
    void a_text_reaches_the_bot_encrypted_and_its_answer_reaches_the_user() {
        BOT.answers(push -> BOT.text(push, "收到：第二行"));
        long exchange = simulator.say(user, "你好]]>\n第二行");

        assertThat(seen(exchange)).containsExactly("ACCOUNT:text:收到：第二行");
        Received push = BOT.received().get(0);
        assertThat(push.xml()).contains("你好]]]]><![CDATA[>\n第二行");
        assertThat(push.query()).containsEntry("openid", user).containsEntry("encrypt_type", "aes");
        assertThat(Long.parseLong(push.field("MsgId"))).isGreaterThan(1L << 53);
        JsonNode attempt = simulator.exchange(exchange).path("attempts").path(0);
        assertThat(attempt.path("outcome").asString()).isEqualTo("answered");
        assertThat(attempt.path("sent").asString()).contains("<Encrypt>").doesNotContain("你好");
        assertThat(attempt.path("opened").asString()).contains("<MsgType>text</MsgType>");
        assertThat(attempt.path("status").asInt()).isEqualTo(200);
    }

    @Test
    void a_follow_is_an_event_without_a_message_id() {
        simulator.call("POST", "/simulator/phones/" + user + "/unfollow", null);
        await().until(() -> BOT.received().size() == 1);
        Received push = BOT.received().get(0);
        assertThat(push.field("Event")).isEqualTo("unsubscribe");
        assertThat(push.field("MsgId")).isEmpty();
        assertThat(simulator.call("POST", "/simulator/phones/" + user + "/messages", "{\"content\":\"在吗\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void after_an_unfollow_the_user_sees_nothing() {
        simulator.call("POST", "/simulator/phones/" + user + "/unfollow", null);
        long exchange = last(user).path("exchange").asLong();
        await().until(() -> simulator.exchange(exchange).path("attempts").size() == 1);
        assertThat(simulator.seen(user, exchange)).isEmpty();
    }

    @Test
    void types_that_the_bot_may_not_know_are_pushed_with_their_fields() {
        simulator.send(user, "{\"type\":\"location\",\"fields\":{\"Label\":\"越秀区\"}}");
        await().until(() -> BOT.received().size() == 1);
        assertThat(BOT.received().get(0).field("Label")).isEqualTo("越秀区");
        assertThat(BOT.received().get(0).xml()).contains("<Location_X>23.129110</Location_X>");

        simulator.send(user, "{\"type\":\"hologram\",\"fields\":{\"Depth\":\"3\"}}");
        await().until(() -> BOT.received().size() == 2);
        assertThat(BOT.received().get(1).field("MsgType")).isEqualTo("hologram");
        assertThat(simulator.call("POST", "/simulator/phones/" + user + "/messages",
                "{\"type\":\"x\",\"fields\":{\"a><b\":\"\"}}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_tapped_answer_carries_its_id() {
        simulator.send(user, "{\"content\":\"查进度\",\"menuId\":\"m1\"}");
        await().until(() -> BOT.received().size() == 1);
        assertThat(BOT.received().get(0).field("bizmsgmenuid")).isEqualTo("m1");
    }

    @ParameterizedTest
    @CsvSource({
        "SAME, SAME, 1, 1",
        "FRESH, SAME, 3, 1"
    })
    void lost_answers_are_asked_for_three_times_and_shown_once(
            String nonce, String timestamp, int nonces, int timestamps) {
        simulator.faults("{\"lostAnswers\":2,\"retryNonce\":\"%s\",\"retryTimestamp\":\"%s\"}".formatted(nonce, timestamp));

        long exchange = simulator.say(user, "在吗");

        assertThat(seen(exchange)).containsExactly("ACCOUNT:text:收到：在吗");
        assertThat(outcomes(exchange)).containsExactly("lost", "lost", "answered");
        assertThat(distinct(push -> push.field("MsgId"))).hasSize(1);
        assertThat(distinct(push -> push.query().get("nonce"))).hasSize(nonces);
        assertThat(distinct(push -> push.query().get("timestamp"))).hasSize(timestamps);
    }

    @Test
    void after_three_attempts_without_an_answer_the_platform_says_so() {
        simulator.faults("{\"lostAnswers\":3}");
        long exchange = simulator.say(user, "在吗");
        assertThat(seen(exchange)).containsExactly(UNAVAILABLE);
        assertThat(BOT.received()).hasSize(3);
    }

    @Test
    void a_delayed_answer_is_late_and_the_message_comes_again() {
        simulator.faults("{\"callbackDelayMillis\":5000}");
        long exchange = simulator.say(user, "在吗");
        await().until(() -> BOT.received().size() == 2);
        assertThat(simulator.exchange(exchange).path("attempts").path(0).path("outcome").asString()).isEqualTo("lost");
    }

    @Test
    void a_doubled_push_is_the_same_message_and_shown_once() {
        simulator.faults("{\"duplicatePush\":true}");
        long exchange = simulator.say(user, "在吗");
        await().until(() -> simulator.exchange(exchange).path("attempts").size() == 2);
        assertThat(seen(exchange)).containsExactly("ACCOUNT:text:收到：在吗");
        assertThat(distinct(push -> push.query().get("msg_signature"))).hasSize(1);
    }

    @Test
    void a_wrong_signature_is_refused_by_the_bot_and_the_user_learns_it() {
        simulator.faults("{\"wrongSignature\":true}");
        long exchange = simulator.say(user, "在吗");
        assertThat(seen(exchange)).containsExactly(UNAVAILABLE);
        assertThat(outcomes(exchange)).containsExactly("http-status");
        assertThat(BOT.received()).isEmpty();
        assertThat(simulator.exchange(exchange).path("attempts").path(0).path("status").asInt()).isEqualTo(403);
    }

    @Test
    void a_clock_offset_makes_stale_timestamps() {
        simulator.faults("{\"clockOffsetSeconds\":-3600}");
        simulator.say(user, "在吗");
        await().until(() -> BOT.received().size() == 1);
        Received push = BOT.received().get(0);
        assertThat(Long.parseLong(push.field("CreateTime")) - Long.parseLong(push.query().get("timestamp"))).isEqualTo(3600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"errcode\":0} | not-xml",
                "200 | <xml><a></xml> | not-xml",
                "200 | <!DOCTYPE xml [<!ENTITY a 'b'>]><xml>&a;</xml> | not-xml",
                "200 | <html></html> | not-xml",
                "500 | success | http-status",
                "204 | '' | http-status",
                "200 | PLAIN | plain-in-safe-mode",
                "200 | <xml><Encrypt>x</Encrypt><MsgSignature>y</MsgSignature><TimeStamp>1</TimeStamp><Nonce>2</Nonce></xml> "
                        + "| bad-signature"
            })
    void an_invalid_answer_shows_the_platforms_line_at_once(int status, String body, String problem) {
        BOT.answers(push -> new Answer(status, body.equals("PLAIN") ? FakeBot.plainText(push, "你好") : body));
        long exchange = simulator.say(user, "在吗");
        assertThat(seen(exchange)).containsExactly(UNAVAILABLE);
        assertThat(outcomes(exchange)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"success", "''"})
    void success_and_an_empty_body_show_nothing(String body) {
        AtomicInteger asked = new AtomicInteger();
        BOT.answers(push -> {
            asked.incrementAndGet();
            return new Answer(200, body);
        });
        long exchange = simulator.say(user, "在吗");
        await().until(() -> outcomes(exchange).equals(List.of("answered")));
        assertThat(simulator.seen(user, exchange)).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void only_links_of_a_reply_become_links() {
        BOT.answers(push -> BOT.text(push, "<b>粗</b><a href=\"weixin://bizmsgmenu?msgmenucontent=%E6%9F%A5&msgmenuid=7\">点我</a>"));
        long exchange = simulator.say(user, "在吗");
        seen(exchange);
        JsonNode parts = last(user).path("parts");
        assertThat(parts.path(0).path("kind").asString()).isEqualTo("TEXT");
        assertThat(parts.path(0).path("text").asString()).isEqualTo("<b>粗</b>");
        assertThat(parts.path(1).path("kind").asString()).isEqualTo("MENU");
        assertThat(parts.path(1).path("target").asString()).isEqualTo("查");
        assertThat(parts.path(1).path("menuId").asString()).isEqualTo("7");
    }

    @Test
    void the_url_check_gets_its_echo() {
        JsonNode verification = simulator.json("POST", "/simulator/verification", null);
        assertThat(verification.path("good").asBoolean()).isTrue();
    }

    /** Waits until the user sees something of this push. */
    private List<String> seen(long exchange) {
        await().atMost(Duration.ofSeconds(8)).until(() -> !simulator.seen(user, exchange).isEmpty());
        return simulator.seen(user, exchange);
    }

    private List<String> outcomes(long exchange) {
        return simulator.exchange(exchange).path("attempts").valueStream()
                .map(attempt -> attempt.path("outcome").asString())
                .toList();
    }

    private JsonNode last(String openId) {
        JsonNode chat = simulator.chat(openId);
        return chat.path(chat.size() - 1);
    }

    private static Set<String> distinct(Function<Received, String> part) {
        return BOT.received().stream().map(part).collect(Collectors.toSet());
    }
}
