package io.zhengxun.standalone.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.FakeBot.Received;
import io.zhengxun.fixture.PlatformCaller;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import io.zhengxun.fixture.SimulatorSlice.SettableClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the platform takes, what it refuses, and what it tells the bot afterwards. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET,
            "zhengxun.wechat.mini.app-id=" + PlatformCaller.MINI_APP_ID,
            "zhengxun.wechat.mini.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mini.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mini.secret=" + PlatformCaller.MINI_SECRET,
            "zhengxun.simulator.answer-limit=800ms"
        })
class SendingTest {

    private static final FakeBot BOT = new FakeBot();
    private static final String TEMPLATE = "simulated-template-test";
    private static final String SUBSCRIPTION = "simulated-subscription-test";
    private static final String MINI = "simulated-mini-test";

    private final SimulatorClient simulator;
    private final SettableClock clock;
    private PlatformCaller platform;
    private String user;

    SendingTest(@LocalServerPort int port, @Autowired SettableClock clock) {
        this.simulator = new SimulatorClient(port);
        this.clock = clock;
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
    void a_follower_a_token_and_no_faults() {
        simulator.faults("{}");
        simulator.call("DELETE", "/simulator/accepted", null);
        BOT.reset();
        user = simulator.follower();
        await().until(() -> BOT.received().stream().anyMatch(push -> push.field("FromUserName").equals(user)));
        BOT.listenOnlyTo(user);
        platform = PlatformCaller.official(simulator);
    }

    @AfterEach
    void no_faults() {
        simulator.faults("{}");
    }

    @Test
    void a_template_message_is_shown_on_the_phone_and_its_delivery_reported() {
        JsonNode answer = platform.template(user, "N1x0");

        assertThat(answer.path("errcode").asInt(-1)).isZero();
        long messageId = answer.path("msgid").asLong();
        assertThat(messageId).isGreaterThan(1L << 53);
        JsonNode card = last(user).path("card");
        assertThat(card.path("title").asString()).isEqualTo("测试提醒");
        assertThat(card.path("lines").path(0).path("label").asString()).isEqualTo("发起单位");
        assertThat(card.path("lines").path(0).path("value").asString()).isEqualTo("广州市技能中心");
        Received report = report();
        assertThat(report.field("Event")).isEqualTo("TEMPLATESENDJOBFINISH");
        assertThat(report.field("MsgID")).isEqualTo(Long.toString(messageId));
        assertThat(report.field("Status")).isEqualTo("success");
    }

    @Test
    void the_same_id_for_the_same_user_is_one_message_for_ten_minutes() {
        long first = platform.template(user, "N7x0").path("msgid").asLong();
        assertThat(platform.template(user, "N7x0").path("msgid").asLong()).isEqualTo(first);
        assertThat(platform.template(user, "N7x1").path("msgid").asLong()).isNotEqualTo(first);
        String other = simulator.follower();
        assertThat(platform.template(other, "N7x0").path("msgid").asLong()).isNotEqualTo(first);

        clock.set(clock.instant().plus(Duration.ofMinutes(10)).minusSeconds(1));
        assertThat(platform.template(user, "N7x0").path("msgid").asLong()).isEqualTo(first);
        assertThat(count("?to=" + user + "&id=N7x0")).isEqualTo(1);
        clock.set(clock.instant().plusSeconds(1));
        assertThat(platform.template(user, "N7x0").path("msgid").asLong()).isNotEqualTo(first);

        assertThat(count("?to=" + user + "&id=N7x0")).isEqualTo(2);
        assertThat(count("?id=N7x0")).isEqualTo(3);
        assertThat(count("?to=" + user)).isEqualTo(3);
        JsonNode totals = simulator.json("GET", "/simulator/accepted", null).path("totals");
        assertThat(totals.path("count").asInt()).isEqualTo(4);
        assertThat(totals.path("repetitions").asInt()).isEqualTo(2);
        assertThat(totals.path("recipients").asInt()).isEqualTo(2);
        assertThat(totals.path("twice").asInt()).isEqualTo(1);
        assertThat(cards(user)).hasSize(3);
    }

    @Test
    void a_repeated_id_can_be_an_error_and_is_no_second_message_then_either() {
        simulator.faults("{\"limits\":{\"repetitionRefused\":true}}");
        assertThat(code(platform.template(user, "N8x0"))).isZero();
        assertThat(code(platform.template(user, "N8x0"))).isEqualTo(40241);
        assertThat(count("?id=N8x0")).isEqualTo(1);
    }

    @Test
    void without_an_id_every_call_is_a_message() {
        platform.template(user, "");
        platform.template(user, "");
        assertThat(count("?to=" + user)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "touser, , 40003",
        "touser, oNobodyAtAll, 40003",
        "template_id, , 40037",
        "template_id, invented, 40037",
        "template_id, simulated-subscription-test, 40037",
        "data, , 47003"
    })
    void a_message_that_cannot_be_is_refused(String field, String value, int code) {
        Map<String, Object> message = new LinkedHashMap<>(PlatformCaller.message(user, TEMPLATE, "N1x0"));
        message.put(field, value == null ? "" : value);
        JsonNode answer = platform.post("/cgi-bin/message/template/send", message);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.path("errmsg").asString()).contains(" rid: ");
        assertThat(count("?to=" + user)).isZero();
        assertThat(simulator.json("GET", "/simulator/accepted", null).path("totals").path("refusals").asInt()).isEqualTo(1);
    }

    @Test
    void a_field_out_of_its_limits_is_named() {
        Map<String, Object> message = PlatformCaller.message(user, TEMPLATE, "N1x0");
        message.put("data", Map.of(
                "thing1", Map.of("value", "一".repeat(21)), "date2", Map.of("value", "2026年11月23日")));
        JsonNode answer = platform.post("/cgi-bin/message/template/send", message);
        assertThat(code(answer)).isEqualTo(47003);
        assertThat(answer.path("errmsg").asString()).contains("data.thing1.value invalid");
    }

    @Test
    void who_does_not_follow_is_not_reached() {
        simulator.call("POST", "/simulator/phones/" + user + "/unfollow", null);
        assertThat(code(platform.template(user, "N1x0"))).isEqualTo(43004);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, 48002", "BLACKLISTED, 43019", "ALL, 0"})
    void who_refuses_or_is_refused_is_not_reached(String hearing, int code) {
        hear(hearing);
        assertThat(code(platform.template(user, "N1x0"))).isEqualTo(code);
    }

    @Test
    void who_blocks_the_accounts_messages_does_not_see_one_that_was_accepted() {
        hear("BLOCKED");
        assertThat(code(platform.template(user, "N1x0"))).isZero();
        assertThat(report().field("Status")).isEqualTo("failed:user block");
        assertThat(cards(user)).isEmpty();
        assertThat(count("?to=" + user)).isEqualTo(1);
    }

    @Test
    void one_of_the_crowd_needs_no_phone() {
        assertThat(code(platform.template("oCrowd000001", "N1x0"))).isZero();
        assertThat(count("?to=oCrowd000001")).isEqualTo(1);
    }

    @Test
    void a_subscription_notice_costs_one_consent() {
        assertThat(code(subscription())).isEqualTo(43101);
        agree("SUBSCRIPTION", "\"accept\":[\"%s\"]".formatted(SUBSCRIPTION));
        Received popUp = event("subscribe_msg_popup_event");
        assertThat(popUp.xml()).contains("<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[" + SUBSCRIPTION);
        assertThat(popUp.field("SubscribeStatusString")).isEqualTo("accept");
        agree("SUBSCRIPTION", "\"accept\":[\"%s\"]".formatted(SUBSCRIPTION));
        assertThat(balance(SUBSCRIPTION)).isEqualTo(2);

        JsonNode answer = subscription();

        assertThat(code(answer)).isZero();
        assertThat(balance(SUBSCRIPTION)).isEqualTo(1);
        Received sent = event("subscribe_msg_sent_event");
        assertThat(sent.field("MsgID")).isEqualTo(answer.path("msgid").asString());
        assertThat(sent.xml()).contains("<SubscribeMsgSentEvent><List>", "<ErrorCode>0</ErrorCode>");
        assertThat(code(subscription())).isZero();
        assertThat(code(subscription())).isEqualTo(43101);
    }

    @Test
    void a_rejected_or_withdrawn_consent_is_none() {
        agree("SUBSCRIPTION", "\"reject\":[\"%s\"]".formatted(SUBSCRIPTION));
        assertThat(event("subscribe_msg_popup_event").field("SubscribeStatusString")).isEqualTo("reject");
        assertThat(code(subscription())).isEqualTo(43101);
        agree("SUBSCRIPTION", "\"accept\":[\"%s\"]".formatted(SUBSCRIPTION));
        simulator.call("POST", "/simulator/phones/" + user + "/consents/withdrawals",
                "{\"route\":\"SUBSCRIPTION\",\"templateId\":\"%s\"}".formatted(SUBSCRIPTION));
        assertThat(event("subscribe_msg_change_event").field("SubscribeStatusString")).isEqualTo("reject");
        assertThat(code(subscription())).isEqualTo(43101);
    }

    @Test
    void the_mini_program_has_a_token_and_openids_of_its_own() {
        agree("MINI", "\"accept\":[\"%s\"]".formatted(MINI));
        PlatformCaller mini = PlatformCaller.mini(simulator);
        String miniUser = simulator.json("GET", "/simulator/phones/" + user + "/messages", null)
                .path("phone").path("miniOpenId").asString();
        String path = "/cgi-bin/message/subscribe/send";
        assertThat(code(mini.post(path, PlatformCaller.message(user, MINI, "")))).isEqualTo(40003);
        assertThat(code(mini.post(path, PlatformCaller.message(miniUser, TEMPLATE, "")))).isEqualTo(40037);
        assertThat(code(mini.post(path, PlatformCaller.message(miniUser, MINI, "")))).isZero();
        assertThat(last(user).path("card").path("sender").asString()).isEqualTo("MINI");
        assertThat(code(mini.template(user, "N1x0"))).isEqualTo(48001);
        assertThat(code(platform.post(path, PlatformCaller.message(miniUser, MINI, "")))).isEqualTo(48001);
    }

    @Test
    void an_account_may_speak_five_times_after_it_was_spoken_to() {
        simulator.say(user, "你好");
        for (int i = 0; i < 5; i++) {
            assertThat(code(speak("第" + i + "条"))).isZero();
        }
        assertThat(code(speak("第六条"))).isEqualTo(45047);
        simulator.say(user, "再说一次");
        assertThat(code(speak("又一条"))).isZero();
        clock.set(clock.instant().plus(Duration.ofHours(48)));
        platform = PlatformCaller.official(simulator);
        assertThat(code(speak("晚了"))).isEqualTo(45015);
    }

    @ParameterizedTest
    @CsvSource({"'', 44004", "LONG, 45002"})
    void a_text_is_neither_empty_nor_too_long(String text, int code) {
        simulator.say(user, "你好");
        assertThat(code(speak(text.equals("LONG") ? "长".repeat(683) : text))).isEqualTo(code);
    }

    @Test
    void limits_hold_until_they_are_cleared() {
        simulator.faults("{\"limits\":{\"perDay\":2}}");
        assertThat(code(platform.template(user, "N1x0"))).isZero();
        assertThat(code(platform.template(user, "N2x0"))).isZero();
        assertThat(code(platform.template(user, "N3x0"))).isEqualTo(45009);
        assertThat(code(platform.template(user, "N2x0"))).isZero();
        assertThat(code(platform.post("/cgi-bin/clear_quota", Map.of("appid", FakeBot.APP_ID)))).isZero();
        assertThat(code(platform.template(user, "N3x0"))).isZero();
        simulator.faults("{\"limits\":{\"perMinute\":1}}");
        simulator.call("POST", "/simulator/api/cgi-bin/clear_quota/v2",
                "{\"appid\":\"%s\",\"appsecret\":\"%s\"}".formatted(FakeBot.APP_ID, FakeBot.SECRET));
        assertThat(code(platform.template(user, "N4x0"))).isZero();
        assertThat(code(platform.template(user, "N5x0"))).isEqualTo(45011);
        clock.set(clock.instant().plusSeconds(60));
        assertThat(code(platform.template(user, "N5x0"))).isZero();
    }

    @Test
    void reports_can_be_doubled_lost_failed_and_out_of_order() {
        simulator.faults("{\"reports\":{\"copies\":2}}");
        platform.template(user, "N1x0");
        await().until(() -> reports().size() == 2);
        assertThat(reports().get(0).field("MsgID")).isEqualTo(reports().get(1).field("MsgID"));

        simulator.faults("{\"reports\":{\"outcome\":\"SYSTEM_FAILED\"}}");
        platform.template(user, "N2x0");
        await().until(() -> reports().size() == 3);
        assertThat(reports().get(2).field("Status")).isEqualTo("failed: system failed");

        simulator.faults("{\"reports\":{\"lostPercent\":100}}");
        platform.template(user, "N3x0");
        simulator.faults("{\"reports\":{\"reversed\":true}}");
        String first = platform.template(user, "N4x0").path("msgid").asString();
        String second = platform.template(user, "N5x0").path("msgid").asString();
        await().until(() -> reports().size() == 5);
        assertThat(reports().subList(3, 5)).extracting(push -> push.field("MsgID")).containsOnly(first, second);
    }

    @Test
    void a_late_report_comes_late() {
        simulator.faults("{\"reports\":{\"delayMillis\":600}}");
        long before = System.nanoTime();
        platform.template(user, "N1x0");
        report();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
    }

    @Test
    void the_account_can_ask_for_its_templates() {
        JsonNode list = platform.get("/cgi-bin/template/get_all_private_template").path("template_list");
        assertThat(list.valueStream().map(template -> template.path("template_id").asString()))
                .contains(TEMPLATE, "simulated-template-return")
                .doesNotContain(SUBSCRIPTION);
        assertThat(list.path(0).path("content").asString()).contains("{{thing1.DATA}}");
    }

    private JsonNode subscription() {
        return platform.post("/cgi-bin/message/subscribe/bizsend", PlatformCaller.message(user, SUBSCRIPTION, ""));
    }

    private JsonNode speak(String text) {
        return platform.post("/cgi-bin/message/custom/send",
                Map.of("touser", user, "msgtype", "text", "text", Map.of("content", text)));
    }

    private void agree(String route, String answer) {
        simulator.call("POST", "/simulator/phones/" + user + "/consents",
                "{\"route\":\"%s\",%s}".formatted(route, answer));
    }

    private void hear(String hearing) {
        simulator.call("PUT", "/simulator/phones/" + user + "/hearing", "{\"hearing\":\"%s\"}".formatted(hearing));
    }

    private int balance(String templateId) {
        return simulator.json("GET", "/simulator/phones/" + user + "/consents", null)
                .valueStream()
                .filter(consent -> consent.path("templateId").asString().equals(templateId))
                .findFirst()
                .orElseThrow()
                .path("balance")
                .asInt();
    }

    private long count(String query) {
        return simulator.json("GET", "/simulator/accepted" + query, null).path("count").asLong();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-2);
    }

    private List<JsonNode> cards(String openId) {
        return simulator.chat(openId).valueStream().filter(line -> line.path("type").asString().equals("template")).toList();
    }

    private JsonNode last(String openId) {
        List<JsonNode> cards = cards(openId);
        return cards.get(cards.size() - 1);
    }

    private Received report() {
        return event("TEMPLATESENDJOBFINISH");
    }

    private List<Received> reports() {
        return BOT.received().stream().filter(push -> push.field("Event").equals("TEMPLATESENDJOBFINISH")).toList();
    }

    private Received event(String name) {
        await().until(() -> BOT.received().stream().anyMatch(push -> push.field("Event").equals(name)));
        return BOT.received().stream().filter(push -> push.field("Event").equals(name)).findFirst().orElseThrow();
    }
}
