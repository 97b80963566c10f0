package io.zhengxun.bot.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.bot.FreshNumbers;
import io.zhengxun.bot.SettableClock;
import io.zhengxun.bot.conversation.Conversation;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.contact.AddingContact;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.ContactForm;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.contact.InvitingContact;
import io.zhengxun.registry.contact.NewContact;
import io.zhengxun.registry.contact.SeenContact;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.wechat.OpenId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** Binding, looking and unbinding in the chat, on real servers: by scan and tap, in words that fit. */
@SpringBootTest(
        classes = {BotServerApplication.class, SettableClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=bot-server",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "zhengxun.wechat.mp.app-id=wx0test0conversation",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=test-secret",
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:9"
        })
@ContextConfiguration(initializers = SharedServers.class)
class ContactBindingTest {

    private static final Pattern TAP = Pattern.compile("msgmenucontent=([^&\"]+)&msgmenuid=binding\">([^<]+)</a>");
    private static final Staff ADMIN =
            new Staff("tester", "测试", Role.ADMINISTRATOR, Scope.ofProvince(), "127.0.0.1");

    @Autowired
    Conversation conversation;

    @Autowired
    Institutions institutions;

    @Autowired
    AddingContact adding;

    @Autowired
    InvitingContact inviting;

    @Autowired
    Contacts contacts;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate sql;

    private OpenId person;
    private String name;
    private Contact contact;

    @BeforeEach
    void somebody_is_invited() {
        clock.reset();
        person = someone();
        name = "示例评价中心" + UUID.randomUUID();
        contact = added(name, EnumSet.allOf(Duty.class));
    }

    private static OpenId someone() {
        return new OpenId("o" + UUID.randomUUID());
    }

    private Contact added(String institution, Set<Duty> duties) {
        String prefix = FreshNumbers.prefix();
        institutions.file(new NewInstitution(
                prefix, institution, Tier.MUNICIPAL, "440500", "000-00000000", Map.of("电工", Set.of(Level.ADVANCED))));
        ContactForm form = new ContactForm("测试联系人", duties, null, null, null, null);
        return adding.add(new NewContact(prefix, null, form), ADMIN);
    }

    private String scene() {
        return inviting.invite(contact.id(), ADMIN).scene();
    }

    private String say(String text) {
        return conversation.answer(InboundMessage.text(person, UUID.randomUUID().toString(), text));
    }

    private String event(String event, String key) {
        return conversation.answer(InboundMessage.event(person, Instant.now(), event, key));
    }

    /** What a tap on the link of that label sends. */
    private static String tapped(String reply, String label) {
        Matcher tap = TAP.matcher(reply);
        while (tap.find()) {
            if (tap.group(2).equals(label)) {
                return URLDecoder.decode(tap.group(1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + label + " in: " + reply);
    }

    private void bind() {
        say(tapped(event("SCAN", scene()), "确认绑定"));
        assertThat(contacts.boundTo(person.value())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SCAN, ''", "subscribe, qrscene_"})
    void a_scan_offers_and_a_tap_binds(String event, String prefix) {
        String offer = event(event, prefix + scene());
        assertThat(offer).contains("您将绑定为「" + name + "」的通知联系人", "接收：退回通知、期限提醒", "10分钟内有效")
                .doesNotContain("测试联系人");
        assertThat(contacts.boundTo(person.value())).isEmpty();

        String bound = say(tapped(offer, "确认绑定"));

        assertThat(bound).contains("绑定成功", name, "退回通知、期限提醒", "解绑");
        assertThat(contacts.boundTo(person.value())).extracting(Contact::id).containsExactly(contact.id());
        assertThat(say("确认绑定")).contains("您已是「" + name + "」的通知联系人");
        assertThat(say("我的绑定")).contains(name);
    }

    @Test
    void only_the_duties_that_the_contact_has_are_named() {
        contact = added("示例评价中心" + UUID.randomUUID(), EnumSet.of(Duty.DEADLINES));
        assertThat(event("SCAN", scene())).contains("接收：期限提醒").doesNotContain("退回通知");
    }

    @Test
    void codes_that_are_not_valid_get_one_answer() {
        String revoked = scene();
        String expired = scene();
        clock.advance(Duration.ofHours(73));
        String answer = event("SCAN", expired);
        assertThat(answer).contains("无效或已失效", "重新获取");
        assertThat(List.of(event("SCAN", revoked), event("subscribe", "qrscene_contact_unknown"))).containsOnly(answer);
        assertThat(say("确认绑定")).contains("没有待您确认的绑定");
    }

    @Test
    void who_confirms_second_is_told() {
        String scene = scene();
        event("SCAN", scene);
        OpenId first = person;
        person = someone();
        event("SCAN", scene);
        say("确认绑定");
        person = first;

        assertThat(say("确认绑定")).contains("没有为您绑定", "重新获取");
        assertThat(contacts.boundTo(first.value())).isEmpty();
    }

    @Test
    void who_waits_too_long_scans_again() {
        String scene = scene();
        event("SCAN", scene);
        clock.advance(Duration.ofMinutes(10));
        assertThat(say("确认绑定")).contains("没有待您确认的绑定", "10 分钟");
        event("SCAN", scene);
        assertThat(say("确认绑定")).contains("绑定成功");
    }

    @Test
    void a_successor_is_told_that_another_ends() {
        bind();
        OpenId before = person;
        Contact bound = contacts.find(contact.id()).orElseThrow();
        contact = adding.addSuccessor(
                new SeenContact(bound.id(), bound.version()),
                new ContactForm("测试接任", EnumSet.of(Duty.RETURNS), null, null, null, null), ADMIN);
        person = someone();

        assertThat(event("SCAN", scene())).contains("您将接任「" + name + "」", "原联系人的绑定同时结束");
        assertThat(say("确认绑定")).contains("绑定成功");
        assertThat(contacts.boundTo(before.value())).isEmpty();
    }

    @Test
    void unbinding_asks_before_it_ends_anything() {
        bind();
        String question = say("解绑");
        assertThat(question).contains(name, "将不再向您发送");
        assertThat(contacts.boundTo(person.value())).hasSize(1);

        assertThat(say(tapped(question, "确认解绑"))).contains("已为您解除绑定", name);

        assertThat(contacts.boundTo(person.value())).isEmpty();
        assertThat(say("确认解绑")).contains("无需解绑");
    }

    @Test
    void of_several_one_can_be_left() {
        bind();
        Contact first = contact;
        contact = added("另一示例评价中心" + UUID.randomUUID(), EnumSet.of(Duty.RETURNS));
        bind();

        String left = say(tapped(say("解除绑定"), "仅解绑此项"));

        assertThat(left).contains(name).doesNotContain("另一示例");
        assertThat(contacts.boundTo(person.value())).extracting(Contact::id).containsExactly(contact.id());
        assertThat(say("确认解绑" + first.id())).as("tapped twice").contains("另一示例");
        assertThat(contacts.boundTo(person.value())).hasSize(1);
    }

    @Test
    void however_much_somebody_is_bound_to_the_reply_fits() {
        for (int i = 0; i < 12; i++) {
            contact = added("名称很长的示例评价中心".repeat(8) + i + UUID.randomUUID().toString().substring(0, 8), EnumSet.allOf(Duty.class));
            bind();
        }
        String reply = say("解绑");
        assertThat(reply).contains("共 12 个单位", "全部解绑");
        assertThat(reply.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
        assertThat(say(tapped(reply, "全部解绑"))).contains("共 12 个单位");
        assertThat(contacts.boundTo(person.value())).isEmpty();
    }

    @Test
    void a_name_is_no_markup() {
        contact = added("<a href=\"https://example.org\">领奖</a>{0}'" + UUID.randomUUID(), EnumSet.allOf(Duty.class));
        String offer = event("SCAN", scene());
        assertThat(offer).contains("＜a href", "{0}'").doesNotContain("<a href=\"https");
        assertThat(tapped(offer, "确认绑定")).isEqualTo("确认绑定");
    }

    @ParameterizedTest
    @ValueSource(strings = {"解绑", "确认解绑", "确认解绑1"})
    void who_is_no_contact_gets_a_fitting_answer(String text) {
        assertThat(say(text)).contains("没有绑定", "任意两项");
    }

    @Test
    void who_wants_to_be_bound_learns_how() {
        assertThat(say("绑定")).contains("索取绑定二维码");
        assertThat(say("确认绑定")).contains("没有待您确认的绑定");
    }

    @Test
    void other_codes_and_plain_followers_are_answered_as_before() {
        assertThat(event("SCAN", "poster-7")).contains("请发送");
        assertThat(event("subscribe", "qrscene_poster-7")).contains("欢迎关注");
        assertThat(event("subscribe", "")).contains("欢迎关注");
    }

    @Test
    void who_unfollows_is_marked_until_following_again() {
        bind();
        assertThat(event("unsubscribe", "")).isEmpty();
        assertThat(contacts.boundTo(person.value())).allMatch(one -> one.unfollowedAt() != null);
        event("subscribe", "");
        assertThat(contacts.boundTo(person.value())).hasSize(1).allMatch(Contact::isFollowing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "image", "voice"})
    void who_writes_follows_again_though_no_event_said_so(String type) {
        bind();
        Instant left = Instant.now().plusSeconds(1);
        contacts.markUnfollowed(person.value(), left);
        assertThat(contacts.boundTo(person.value())).noneMatch(Contact::isFollowing);

        conversation.answer(written(type, left.minusSeconds(1)));
        assertThat(contacts.boundTo(person.value())).as("written before leaving").noneMatch(Contact::isFollowing);
        conversation.answer(written(type, left.plusSeconds(60)));
        assertThat(contacts.boundTo(person.value())).hasSize(1).allMatch(Contact::isFollowing);
    }

    @Test
    void who_writes_while_following_is_not_written_down() {
        bind();
        conversation.answer(written("text", Instant.now().plusSeconds(60)));
        assertThat(sql.queryForMap("SELECT followed_at FROM contact WHERE id = ?", contact.id()))
                .containsEntry("followed_at", null);
    }

    private InboundMessage written(String type, Instant at) {
        return new InboundMessage(person, "gh", at, type, new TreeMap<>(Map.of("Content", "你好", "MsgId", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_authorization_revoke", "user_authorization_cancellation"})
    void who_takes_back_what_we_may_know_is_unbound(String event) {
        bind();
        InboundMessage message = new InboundMessage(new OpenId("platform"), "gh", Instant.now(), "event",
                new TreeMap<>(Map.of("Event", event, "OpenID", person.value())));
        assertThat(conversation.answer(message)).isEmpty();
        assertThat(contacts.boundTo(person.value())).isEmpty();
        assertThat(contacts.find(contact.id()).orElseThrow().addresses().openId()).isNull();
    }
}
