package io.zhengxun.notifier.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.RegistryConfiguration;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.text.NoticeSamples;
import io.zhengxun.wechat.WeChatConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire by each of WeChat's routes, and what comes of the answers. */
@SpringBootTest(
        classes = WeChatCourierTest.Module.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=notifier",
            "zhengxun.public.base-url=https://wx.example.cn",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "zhengxun.wechat.mp.app-id=wx0courier0mp",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=mp0secret",
            "zhengxun.wechat.mini.app-id=wx0courier0mini",
            "zhengxun.wechat.mini.token=testToken",
            "zhengxun.wechat.mini.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mini.secret=mini0secret",
            "zhengxun.wechat.consent-templates.subscription.RETURN=s1",
            "zhengxun.wechat.consent-templates.mini.RETURN=m1",
            "zhengxun.notifier.mini.page=pages/notice/index",
            "zhengxun.notifier.mini.state=trial",
            "zhengxun.notifier.templates.TEMPLATE.RETURN.id=t1",
            "zhengxun.notifier.templates.TEMPLATE.RETURN.fields.thing1=institution",
            "zhengxun.notifier.templates.TEMPLATE.RETURN.fields.date2=dueOn",
            "zhengxun.notifier.templates.SUBSCRIPTION.RETURN.id=s1",
            "zhengxun.notifier.templates.SUBSCRIPTION.RETURN.fields.number1=rows",
            "zhengxun.notifier.templates.MINI.RETURN.id=m1",
            "zhengxun.notifier.templates.MINI.RETURN.fields.character_string1=batch"
        })
@ContextConfiguration(initializers = SharedServers.class)
class WeChatCourierTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpServer WECHAT = started();
    private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static volatile String answer;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableConfigurationProperties(WeChatTemplates.class)
    @Import({RegistryConfiguration.class, WeChatConfiguration.class, WeChatCouriers.class, WeChatLetters.class})
    static class Module {}

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        settings.add("zhengxun.wechat.mp.api-base-url", () -> "http://127.0.0.1:" + WECHAT.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        WECHAT.stop(0);
    }

    @Autowired
    private List<Courier> couriers;

    @BeforeEach
    void every_message_is_accepted() {
        answer = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":4035172123456789012}";
        ASKED.clear();
    }

    @Test
    void a_template_message_has_its_fields_its_link_and_its_idempotency_id() {
        assertThat(courier(Channel.TEMPLATE).send(message(NoticeSamples.of(NoticeKind.RETURN))))
                .isEqualTo(Outcome.accepted("4035172123456789012"));
        assertThat(sent("/cgi-bin/message/template/send")).isEqualTo(JSON.readTree("""
                {"touser": "oSomebody", "template_id": "t1", "url": "https://wx.example.cn/m/notices/7",
                 "client_msg_id": "N7x1", "data": {
                    "thing1": {"value": "广州市示例职业培训学校有限公司"}, "date2": {"value": "2026年12月7日"}}}"""));
    }

    @Test
    void a_subscription_notice_opens_the_page_of_the_notice() {
        courier(Channel.SUBSCRIPTION).send(message(NoticeSamples.of(NoticeKind.RETURN)));
        assertThat(sent("/cgi-bin/message/subscribe/bizsend")).isEqualTo(JSON.readTree("""
                {"touser": "oSomebody", "template_id": "s1", "page": "https://wx.example.cn/m/notices/7",
                 "miniprogram_state": "formal", "lang": "zh_CN", "data": {"number1": {"value": "12"}}}"""));
    }

    @Test
    void a_message_of_the_mini_program_opens_its_page_with_the_mini_programs_own_token() {
        courier(Channel.MINI).send(message(NoticeSamples.of(NoticeKind.RETURN)));
        assertThat(sent("/cgi-bin/message/subscribe/send")).isEqualTo(JSON.readTree("""
                {"touser": "oSomebody", "template_id": "m1", "page": "pages/notice/index?id=7",
                 "miniprogram_state": "trial", "lang": "zh_CN",
                 "data": {"character_string1": {"value": "PC261123-7KQ2MX4T"}}}"""));
        assertThat(ASKED).anyMatch(each -> each.startsWith(
                "/cgi-bin/message/subscribe/send?access_token=TOKEN-of-wx0courier0mini "));
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPLATE,     43004, NOT_FOLLOWING",
        "SUBSCRIPTION, 43101, NO_CONSENT",
        "MINI,         43101, NO_CONSENT",
        "MINI,         40003, RECIPIENT",
        "TEMPLATE,     45009, QUOTA",
        "TEMPLATE,     47003, CONTENT",
        "TEMPLATE,     40037, TEMPLATE",
        "TEMPLATE,     48001, ACCOUNT",
        "TEMPLATE,     -1,    TRANSIENT",
        "MINI,         -1,    UNKNOWN",
        "MINI,         99099, CONTENT"
    })
    void a_refusal_says_what_to_do_and_by_which_id_wechat_knows_it(Channel channel, String code, Result result) {
        answer = "{\"errcode\":" + code + ",\"errmsg\":\"no rid: 650e1f35-6fdb1c2d-0c7f4b1a\"}";
        assertThat(courier(channel).send(message(NoticeSamples.of(NoticeKind.RETURN))))
                .isEqualTo(new Outcome(result, code, "", "650e1f35-6fdb1c2d-0c7f4b1a"));
    }

    @Test
    void a_token_that_is_refused_for_ever_is_tried_later() {
        answer = "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}";
        assertThat(courier(Channel.TEMPLATE).send(message(NoticeSamples.of(NoticeKind.RETURN))))
                .isEqualTo(Outcome.of(Result.TRANSIENT, "40001"));
    }

    @Test
    void a_page_instead_of_an_answer_leaves_it_open() {
        answer = "<html>502 bad gateway</html>";
        assertThat(courier(Channel.TEMPLATE).send(message(NoticeSamples.of(NoticeKind.RETURN))))
                .isEqualTo(Outcome.of(Result.UNKNOWN, "not JSON"));
    }

    @Test
    void a_notice_that_lacks_what_its_template_needs_is_not_sent() {
        assertThat(courier(Channel.TEMPLATE).send(message(Map.of("institution", "某机构"))))
                .isEqualTo(Outcome.of(Result.CONTENT, "fact missing"));
        assertThat(ASKED).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = NoticeKind.class, names = "RETURN", mode = EnumSource.Mode.EXCLUDE)
    void a_kind_without_a_template_is_not_configured(NoticeKind kind) {
        assertThat(couriers).noneMatch(courier -> courier.isConfigured(kind));
    }

    @Test
    void a_kind_with_a_template_is_configured_and_shows_its_fields() {
        assertThat(couriers).hasSize(3).allMatch(courier -> courier.isConfigured(NoticeKind.RETURN));
        assertThat(courier(Channel.MINI).fields(NoticeKind.RETURN)).isEqualTo(Map.of("character_string1", "batch"));
    }

    @Test
    void without_a_mini_program_its_channel_is_not_configured() {
        WeChatLetters none = new WeChatLetters(
                new WeChatTemplates(Map.of(), new WeChatTemplates.MiniSettings("", "formal")), null, null);
        assertThat(new WeChatCourier(Route.MINI, Optional.empty(), none).isConfigured(NoticeKind.RETURN))
                .isFalse();
    }

    private Courier courier(Channel channel) {
        return couriers.stream().filter(courier -> courier.channel() == channel).findFirst().orElseThrow();
    }

    private static Message message(Map<String, String> facts) {
        return new Message(7, "N7x1", NoticeKind.RETURN, "oSomebody", facts);
    }

    private static JsonNode sent(String path) {
        String asked = ASKED.stream().filter(each -> each.startsWith(path + "?")).findFirst().orElseThrow();
        return JSON.readTree(asked.substring(asked.indexOf(' ')));
    }

    /** Gives each account a token of its own, and the test's answer to everything else. */
    private static HttpServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                boolean token = exchange.getRequestURI().getPath().equals("/cgi-bin/stable_token");
                if (!token && exchange.getRequestMethod().equals("POST")) {
                    ASKED.add(exchange.getRequestURI() + " " + body);
                }
                String said = token
                        ? "{\"access_token\":\"TOKEN-of-" + JSON.readTree(body).path("appid").asString()
                                + "\",\"expires_in\":7200}"
                        : answer;
                byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
