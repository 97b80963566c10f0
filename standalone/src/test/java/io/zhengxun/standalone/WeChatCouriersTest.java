package io.zhengxun.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.consultation.SeenConsultation;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.text.NoticeSamples;
import io.zhengxun.wechat.Followers;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.wechat.PageSigning;
import io.zhengxun.wechat.QrCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every template of the demo is taken by the simulated platform, by each of WeChat's routes. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"spring.config.name=standalone", "zhengxun.dispatch.enabled=false"})
@ContextConfiguration(initializers = SharedServers.class)
@DirtiesContext
class WeChatCouriersTest {

    private static final AtomicLong NOTICES = new AtomicLong();
    private static final int PORT = freePort();

    /** The API's address has to be known before the server starts. */
    @DynamicPropertySource
    static void port(DynamicPropertyRegistry settings) {
        settings.add("PORT", () -> PORT);
    }

    @Autowired
    private List<Courier> couriers;

    @Autowired
    private QrCodes codes;

    @Autowired
    private Followers followers;

    @Autowired
    private PageSigning signing;

    @Autowired
    private Consultations consultations;

    @Autowired
    private AnsweringConsultation answering;

    private final SimulatorClient simulator = new SimulatorClient(PORT);
    private String person;

    @BeforeEach
    void somebody_follows() {
        person = simulator.follower();
    }

    @AfterEach
    void no_faults() {
        simulator.faults("{}");
    }

    @ParameterizedTest
    @EnumSource
    void a_template_message_of_every_kind_is_taken(NoticeKind kind) {
        assertAccepted(send(Channel.TEMPLATE, kind, person));
    }

    @ParameterizedTest
    @EnumSource
    void a_subscription_notice_of_every_kind_is_taken_once_for_each_consent(NoticeKind kind) {
        agree("SUBSCRIPTION", kind);
        assertAccepted(send(Channel.SUBSCRIPTION, kind, person));
        assertThat(send(Channel.SUBSCRIPTION, kind, person).result()).isEqualTo(Result.NO_CONSENT);
    }

    @ParameterizedTest
    @EnumSource
    void a_message_of_the_mini_program_of_every_kind_is_taken_once_for_each_consent(NoticeKind kind) {
        String user = agree("MINI", kind);
        assertAccepted(send(Channel.MINI, kind, user));
        assertThat(send(Channel.MINI, kind, user).result()).isEqualTo(Result.NO_CONSENT);
    }

    @Test
    void pages_are_signed_as_the_platform_checks_it() {
        String page = "http://127.0.0.1:" + PORT + "/m/notices/1";
        PageSigning.Signature signed = signing.sign(URI.create(page)).orElseThrow();
        assertThat(simulator.json("GET", "/simulator/open/jssdk/config?appId=" + signed.appId() + "&timestamp="
                                + signed.timestamp() + "&nonceStr=" + signed.nonce() + "&signature=" + signed.value()
                                + "&url=" + URLEncoder.encode(page, StandardCharsets.UTF_8), null)
                        .path("errMsg").asString())
                .isEqualTo("config:ok");
    }

    @Test
    void tokens_that_expire_all_at_once_fail_nothing() {
        assertAccepted(send(Channel.TEMPLATE, NoticeKind.TEST, person));
        simulator.call("POST", "/simulator/faults/expire-tokens", null);
        assertAccepted(send(Channel.TEMPLATE, NoticeKind.TEST, person));
        String user = agree("MINI", NoticeKind.TEST);
        simulator.call("POST", "/simulator/faults/expire-tokens", null);
        assertAccepted(send(Channel.MINI, NoticeKind.TEST, user));
    }

    @Test
    void a_template_message_that_is_repeated_is_shown_once() {
        Message message = message(NoticeKind.TEST, person);
        Outcome first = courier(Channel.TEMPLATE).send(message);
        assertThat(courier(Channel.TEMPLATE).send(message)).isEqualTo(first);
        assertThat(simulator.json("GET", "/simulator/accepted?id=" + message.idempotencyId(), null).path("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void who_does_not_follow_is_known() {
        assertThat(followers.follows(new OpenId(person))).isTrue();
        simulator.call("POST", "/simulator/phones/" + person + "/unfollow", null);
        assertThat(followers.follows(new OpenId(person))).isFalse();
        assertThat(send(Channel.TEMPLATE, NoticeKind.TEST, person).result()).isEqualTo(Result.NOT_FOLLOWING);
    }

    @Test
    void an_answer_of_staff_is_shown_in_the_chat_as_often_as_the_platform_allows() {
        simulator.say(person, "你好");
        Map<String, String> facts = Map.of("number", "RG", "message", answered("请联系评价机构。\n电话见首页"));
        for (int i = 0; i < 5; i++) {
            assertThat(courier(Channel.CUSTOMER).send(answer(facts)).result()).isEqualTo(Result.ACCEPTED);
        }
        assertThat(courier(Channel.CUSTOMER).send(answer(facts)))
                .satisfies(refused -> assertThat(refused.result()).isEqualTo(Result.RECIPIENT))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("45047"));
        assertThat(simulator.chat(person).toString()).contains("人工答复").contains("请联系评价机构。");
    }

    @Test
    void who_never_wrote_cannot_be_answered_in_the_chat() {
        String stranger = simulator.json("POST", "/simulator/phones", "{}").path("openId").asString();
        person = stranger;
        assertThat(courier(Channel.CUSTOMER).send(answer(Map.of("message", answered("答复")))))
                .satisfies(refused -> assertThat(refused.result()).isEqualTo(Result.RECIPIENT))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("45015"));
    }

    private Message answer(Map<String, String> facts) {
        long id = NOTICES.incrementAndGet();
        return new Message(id, "N" + id + "x1", NoticeKind.ANSWER, person, facts);
    }

    /** The id of what staff answered to the person. */
    private String answered(String text) {
        Staff staff = new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
        Consultation asked = consultations.open(person, "证书一直查不到").consultation();
        int version = consultations.find(List.of(asked.id())).get(asked.id()).version();
        answering.answer(new SeenConsultation(asked.number(), version), text, staff);
        return String.valueOf(answering.read(asked.number(), staff).messages().get(1).id());
    }

    @Test
    void a_code_has_a_picture() throws Exception {
        URI image = codes.create("invite_abc", Duration.ofDays(3)).image();
        assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(image).build(), BodyHandlers.ofByteArray()))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                            type -> assertThat(type).startsWith("image/"));
                });
    }

    private static void assertAccepted(Outcome outcome) {
        assertThat(outcome.result()).as(outcome.code()).isEqualTo(Result.ACCEPTED);
        assertThat(outcome.messageId()).matches("[0-9]+");
    }

    private Outcome send(Channel channel, NoticeKind kind, String address) {
        return courier(channel).send(message(kind, address));
    }

    private static Message message(NoticeKind kind, String address) {
        long id = NOTICES.incrementAndGet();
        return new Message(id, "N" + id + "x1", kind, address, NoticeSamples.of(kind));
    }

    private Courier courier(Channel channel) {
        return couriers.stream().filter(courier -> courier.channel() == channel).findFirst().orElseThrow();
    }

    /** The person agrees to one message; returns who that is to the route's account. */
    private String agree(String route, NoticeKind kind) {
        String template = "simulated-" + route.toLowerCase(Locale.ROOT) + "-"
                + kind.name().toLowerCase(Locale.ROOT);
        simulator.call("POST", "/simulator/phones/" + person + "/consents",
                "{\"route\":\"" + route + "\",\"accept\":[\"" + template + "\"]}");
        return simulator.json("GET", "/simulator/phones/" + person + "/messages", null)
                .path("phone").path("miniOpenId").asString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
