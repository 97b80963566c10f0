package io.zhengxun.bot.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.bot.WeChat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCipherTest {

    private static final String NEWER_KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    private final MessageCipher cipher = new MessageCipher(WeChat.APP_ID, List.of(WeChat.AES_KEY));
    private final WxCryptUtil independent = new WxCryptUtil(WeChat.TOKEN, WeChat.AES_KEY, WeChat.APP_ID);

    /** 16 + 4 + length + 18 bytes of app id: 26 fills a block, 25 and 27 are its neighbours. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24, 25, 26, 27, 57, 58, 59, 2048, 40_000})
    void what_the_independent_implementation_encrypts_is_read_and_the_other_way_round(int length) {
        String message = "证".repeat(length / 3) + "x".repeat(length % 3);
        MessageCipher.Opened opened = cipher.decrypt(independent.encrypt("0123456789abcdef", message));
        assertThat(new String(opened.message(), StandardCharsets.UTF_8)).isEqualTo(message);
        String reply = cipher.encrypt(message.getBytes(StandardCharsets.UTF_8), opened.key());
        assertThat(independent.decrypt(reply)).isEqualTo(message);
    }

    @Test
    void the_same_message_is_never_encrypted_twice_alike() {
        byte[] message = "你好".getBytes(StandardCharsets.UTF_8);
        assertThat(cipher.encrypt(message, cipher.currentKey())).isNotEqualTo(cipher.encrypt(message, cipher.currentKey()));
    }

    @Test
    void after_a_change_of_keys_the_old_one_still_opens_and_closes() {
        MessageCipher changed = new MessageCipher(WeChat.APP_ID, List.of(NEWER_KEY, WeChat.AES_KEY));
        MessageCipher.Opened opened = changed.decrypt(independent.encrypt("0123456789abcdef", "旧"));
        assertThat(new String(opened.message(), StandardCharsets.UTF_8)).isEqualTo("旧");
        assertThat(independent.decrypt(changed.encrypt(opened.message(), opened.key()))).isEqualTo("旧");
    }

    @Test
    void a_message_for_another_account_is_refused() {
        WxCryptUtil foreign = new WxCryptUtil(WeChat.TOKEN, WeChat.AES_KEY, "wx999999999999ffff");
        String cipherText = foreign.encrypt("0123456789abcdef", "x");
        assertThatThrownBy(() -> cipher.decrypt(cipherText)).isInstanceOf(ForeignAppId.class);
        WxCryptUtil longer = new WxCryptUtil(WeChat.TOKEN, WeChat.AES_KEY, WeChat.APP_ID + "0");
        String nearly = longer.encrypt("0123456789abcdef", "x");
        assertThatThrownBy(() -> cipher.decrypt(nearly)).isInstanceOf(ForeignAppId.class);
    }

    @Test
    void no_tampered_byte_and_no_cut_gives_anything_but_a_refusal() {
        String message = "身份".repeat(20);
        byte[] good = Base64.getDecoder().decode(independent.encrypt("0123456789abcdef", message));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x41;
            refusedOrGarbled(bad, message);
        }
        for (int length = 0; length < good.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertThatThrownBy(() -> cipher.decrypt(Base64.getEncoder().encodeToString(cut)))
                    .isInstanceOfAny(BadMessage.class, ForeignAppId.class);
        }
    }

    /** CBC itself does not notice every change; the signature does, and is checked first. */
    private void refusedOrGarbled(byte[] bad, String message) {
        try {
            byte[] opened = cipher.decrypt(Base64.getEncoder().encodeToString(bad)).message();
            assertThat(opened.length).isLessThanOrEqualTo(bad.length);
        } catch (BadMessage | ForeignAppId expected) {
            assertThat(expected.getMessage()).doesNotContain(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "not base64 at all", "证书"})
    void what_is_no_cipher_text_is_refused(String cipherText) {
        assertThatThrownBy(() -> cipher.decrypt(cipherText)).isInstanceOf(BadMessage.class);
    }

    @Test
    void without_a_key_nothing_opens() {
        String cipherText = independent.encrypt("0123456789abcdef", "x");
        assertThatThrownBy(() -> new MessageCipher(WeChat.APP_ID, List.of()).decrypt(cipherText))
                .isInstanceOf(BadMessage.class);
    }
}
