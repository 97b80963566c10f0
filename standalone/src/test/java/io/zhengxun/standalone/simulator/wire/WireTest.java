package io.zhengxun.standalone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WireTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String USER = "oSomebody";

    @Test
    void the_signature_is_that_of_the_platforms_own_example() {
        Envelopes envelopes = new Envelopes(new Account("wx1", "AAAAA", KEY, "s", Mode.SAFE));
        SealedPush push = envelopes.verification(new Stamp("1714036504", "1514711492"), "e/1");
        assertThat(push.query()).isEqualTo("signature=f464b24fc39322e44b38aa78f5edd27bd1441696"
                + "&timestamp=1714036504&nonce=1514711492&echostr=e%2F1");
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, true, false", "COMPATIBLE, true, true", "SAFE, false, true"})
    void each_mode_shows_and_encrypts_what_it_should(Mode mode, boolean shows, boolean encrypts) {
        SealedPush push = new Envelopes(account(mode)).seal(USER, "<xml><Content>你好</Content></xml>", new Stamp("1", "2"));
        assertThat(push.body().contains("你好")).isEqualTo(shows);
        assertThat(push.body().contains("<Encrypt>")).isEqualTo(encrypts);
        assertThat(push.query().contains("encrypt_type=aes&msg_signature=")).isEqualTo(encrypts);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_plain_reply_is_accepted_except_in_safe_mode(Mode mode) throws InvalidReply {
        if (mode == Mode.SAFE) {
            assertProblem(mode, reply(USER, "text"), "plain-in-safe-mode");
        } else {
            assertThat(read(mode, reply(USER, "text")).text()).isEqualTo("好");
        }
    }

    @Test
    void an_encrypted_reply_is_opened_where_there_is_encryption() throws InvalidReply {
        String sealed = crypt("wx0test").encrypt(reply(USER, "text"));
        assertThat(read(Mode.SAFE, sealed).text()).isEqualTo("好");
        assertThat(read(Mode.COMPATIBLE, sealed).text()).isEqualTo("好");
        assertProblem(Mode.PLAIN, sealed, "encrypted-in-plain-mode");
    }

    @Test
    void a_reply_of_another_account_is_refused() {
        assertProblem(Mode.SAFE, crypt("wx0other").encrypt(reply(USER, "text")), "foreign-app-id");
    }

    @Test
    void a_changed_cipher_is_refused_by_its_signature() {
        String sealed = crypt("wx0test").encrypt(reply(USER, "text"));
        int middle = sealed.indexOf("CDATA[") + 20;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
        assertProblem(Mode.SAFE, sealed.substring(0, middle) + other + sealed.substring(middle + 1), "bad-signature");
    }

    @Test
    void a_success_must_not_be_encrypted() {
        assertProblem(Mode.SAFE, crypt("wx0test").encrypt("success"), "not-xml");
    }

    @Test
    void a_reply_names_its_user_and_a_known_type_with_its_content() {
        assertProblem(Mode.PLAIN, reply("oOther", "text"), "wrong-recipient");
        assertProblem(Mode.PLAIN, reply(USER, "hologram"), "unknown-type");
        assertProblem(Mode.PLAIN, reply(USER, "image"), "no-content");
        assertProblem(Mode.PLAIN, reply(USER, "text").replace(account(Mode.SAFE).originalId(), "gh_other"), "wrong-sender");
        assertProblem(Mode.PLAIN, reply(USER, "text").replace(">1<", ">now<"), "bad-create-time");
        assertThatThrownBy(() -> new ReplyReader(account(Mode.PLAIN)).read(200, new byte[] {(byte) 0xFF}, USER))
                .hasMessage("not-utf8");
    }

    @Test
    void a_message_is_written_with_split_sections_and_bare_numbers() throws InvalidReply {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Content", "a]]>b\u0000\uD800😀");
        fields.put("MsgId", "24000000000000001");
        fields.put("CreateTime", "no number");
        String xml = MessageXml.write(fields);
        assertThat(xml).contains("<MsgId>24000000000000001</MsgId>", "<CreateTime><![CDATA[no number]]></CreateTime>");
        assertThat(FlatXml.parse(xml).text("Content")).isEqualTo("a]]>b😀");
    }

    private static Account account(Mode mode) {
        return new Account("wx0test", "token", KEY, "secret", mode);
    }

    private static WxCryptUtil crypt(String appId) {
        return new WxCryptUtil("token", KEY, appId);
    }

    private static Reply read(Mode mode, String body) throws InvalidReply {
        return new ReplyReader(account(mode)).read(200, body.getBytes(StandardCharsets.UTF_8), USER);
    }

    private static void assertProblem(Mode mode, String body, String problem) {
        assertThatThrownBy(() -> read(mode, body))
                .isInstanceOfSatisfying(InvalidReply.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static String reply(String user, String type) {
        return "<xml><ToUserName>" + user + "</ToUserName><FromUserName>" + account(Mode.SAFE).originalId() + "</FromUserName>"
                + "<CreateTime>1</CreateTime><MsgType>" + type + "</MsgType><Content>好</Content></xml>";
    }
}
