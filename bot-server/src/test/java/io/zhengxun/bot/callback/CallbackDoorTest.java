package io.zhengxun.bot.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.bot.WeChat;
import io.zhengxun.bot.wechat.ForeignAppId;
import io.zhengxun.wechat.WeChatAccount;
import io.zhengxun.wechat.WeChatAccount.Mode;
import io.zhengxun.registry.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class CallbackDoorTest {

    private static final String XML = WeChat.text("oFollower", "1", "您好");

    private final WeChat wechat = new WeChat(1);
    private final WxCryptUtil cipher = new WxCryptUtil(WeChat.TOKEN, WeChat.AES_KEY, WeChat.APP_ID);

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"SAFE", "COMPATIBLE"})
    void an_encrypted_push_is_opened_and_answered_encrypted(Mode mode) {
        CallbackDoor door = door(mode);
        Letter letter = open(door, wechat.encrypted(XML));
        assertThat(letter.message().content()).isEqualTo("您好");
        String reply = new String(door.reply(letter, "张*"), StandardCharsets.UTF_8);
        String plain = cipher.decryptXml(WeChat.cut(reply, "MsgSignature"), WeChat.cut(reply, "TimeStamp"),
                WeChat.cut(reply, "Nonce"), reply);
        assertThat(WeChat.cut(plain, "Content")).isEqualTo("张*");
        assertThat(WeChat.cut(plain, "ToUserName")).isEqualTo("oFollower");
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"PLAIN", "COMPATIBLE"})
    void a_plain_push_is_opened_and_answered_plain(Mode mode) {
        CallbackDoor door = door(mode);
        Letter letter = open(door, WeChat.plain(XML));
        assertThat(WeChat.cut(new String(door.reply(letter, "张*"), StandardCharsets.UTF_8), "Content")).isEqualTo("张*");
    }

    @Test
    void a_compatible_body_is_read_from_its_encrypted_half() {
        WeChat.Push push = wechat.encrypted(XML);
        String both = new String(push.body(), StandardCharsets.UTF_8)
                .replace("</xml>", "<FromUserName>oForged</FromUserName><Content>forged</Content></xml>");
        assertThat(open(door(Mode.COMPATIBLE), push.withBody(both)).message().content()).isEqualTo("您好");
    }

    @Test
    void safe_mode_refuses_plain_bodies_however_they_are_dressed() {
        WeChat.Push plain = WeChat.plain(XML);
        refused(Mode.SAFE, plain, "push is not encrypted");
        refused(Mode.SAFE, plain.with("encrypt_type", "raw"), "push is not encrypted");
        refused(Mode.SAFE, plain.with("encrypt_type", "aes"), "push is not encrypted");
        refused(Mode.SAFE, plain.with("msg_signature", plain.query().get("signature")), "push is not encrypted");
        refused(Mode.SAFE, wechat.encrypted(XML).without("msg_signature"), "push is not encrypted");
        String empty = XML.replace("</xml>", "<Encrypt></Encrypt></xml>");
        refused(Mode.SAFE, plain.with("msg_signature", plain.query().get("signature")).withBody(empty),
                "push is not encrypted");
    }

    @Test
    void plain_mode_refuses_encrypted_bodies() {
        refused(Mode.PLAIN, wechat.encrypted(XML), "encrypted push in plain mode");
    }

    @Test
    void a_wrong_signature_is_refused() {
        WeChat.Push push = wechat.encrypted(XML);
        String right = push.query().get("msg_signature");
        refused(Mode.SAFE, push.with("msg_signature", "0".repeat(40)), "signature does not match");
        refused(Mode.SAFE, push.with("msg_signature", push.query().get("signature")), "signature does not match");
        refused(Mode.SAFE, push.with("nonce", "another"), "signature does not match");
        refused(Mode.SAFE, push.withBody(new String(push.body(), StandardCharsets.UTF_8)
                .replace("<Encrypt><![CDATA[", "<Encrypt><![CDATA[AAAA")).with("msg_signature", right), "signature does not match");
        refused(Mode.COMPATIBLE, WeChat.plain(XML).with("signature", "0".repeat(40)), "signature does not match");
        refused(Mode.PLAIN, WeChat.plain(XML).without("signature"), "signature does not match");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 302, -86_400, 86_400})
    void a_push_outside_the_window_is_refused(long seconds) {
        refused(Mode.SAFE, wechat.encrypted(XML, cipher, Instant.now().plusSeconds(seconds)),
                "timestamp is outside the window");
    }

    @ParameterizedTest
    @ValueSource(longs = {-297, 0, 299})
    void a_push_within_the_window_is_opened(long seconds) {
        WeChat.Push push = wechat.encrypted(XML, cipher, Instant.now().plusSeconds(seconds));
        assertThat(open(door(Mode.SAFE), push).message().content()).isEqualTo("您好");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "99999999999999999999", "1e9"})
    void a_timestamp_that_is_none_is_refused(String timestamp) {
        refused(Mode.SAFE, WeChat.sealed(cipher.encrypt("0123456789abcdef", XML), timestamp, "n"),
                "timestamp or nonce is malformed");
    }

    @Test
    void a_message_for_another_account_is_refused() {
        WxCryptUtil foreign = new WxCryptUtil(WeChat.TOKEN, WeChat.AES_KEY, "wx999999999999ffff");
        assertThatThrownBy(() -> open(door(Mode.SAFE), wechat.encrypted(XML, foreign, Instant.now())))
                .isInstanceOf(ForeignAppId.class);
    }

    @Test
    void repeats_are_known_by_the_message_not_by_how_it_travelled() {
        CallbackDoor door = door(Mode.SAFE);
        Letter first = open(door, wechat.encrypted(XML));
        Letter again = open(door, wechat.encrypted(XML));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(again.passage()).isNotEqualTo(first.passage());
    }

    private void refused(Mode mode, WeChat.Push push, String reason) {
        assertThatThrownBy(() -> open(door(mode), push))
                .isInstanceOfSatisfying(RefusedPush.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.FORBIDDEN))
                .hasMessage(reason);
    }

    private static Letter open(CallbackDoor door, WeChat.Push push) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setQueryString(push.queryString());
        return door.open(PushQuery.of(request), push.body());
    }

    private static CallbackDoor door(Mode mode) {
        WeChatAccount account = new WeChatAccount(
                WeChat.APP_ID, WeChat.TOKEN, WeChat.AES_KEY, "", "test0secret", mode, "http://127.0.0.1:1",
                "http://127.0.0.1:1", "http://127.0.0.1:1");
        CallbackSettings settings = new CallbackSettings(
                Duration.ofMinutes(5), Duration.ofMillis(4500), Duration.ofSeconds(5), Duration.ofHours(6), Duration.ZERO, 4, 4);
        Vault vault = Mockito.mock(Vault.class);
        Mockito.when(vault.fingerprint(Mockito.any(), Mockito.any()))
                .thenAnswer(call -> (call.getArgument(0) + ":" + call.getArgument(1)).getBytes(StandardCharsets.UTF_8));
        return new CallbackDoor(PushingAccount.of(account), settings, vault, Clock.systemUTC());
    }
}
