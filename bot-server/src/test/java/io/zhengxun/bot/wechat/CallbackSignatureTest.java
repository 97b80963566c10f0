package io.zhengxun.bot.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallbackSignatureTest {

    private final CallbackSignature signature = new CallbackSignature("AAAAA");

    @Test
    void the_published_example_is_reproduced() {
        assertThat(signature.of("1714036504", "1514711492")).isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
    }

    @Test
    void only_the_exact_signature_matches() {
        String right = "f464b24fc39322e44b38aa78f5edd27bd1441696";
        assertThat(signature.matches(right, "1714036504", "1514711492")).isTrue();
        assertThat(signature.matches(right, "1714036505", "1514711492")).isFalse();
        assertThat(signature.matches(right.toUpperCase(), "1714036504", "1514711492")).isFalse();
        assertThat(signature.matches(right.substring(1), "1714036504", "1514711492")).isFalse();
        assertThat(signature.matches("", "1714036504", "1514711492")).isFalse();
        assertThat(signature.matches("签名", "1714036504", "1514711492")).isFalse();
    }

    @Test
    void the_order_of_the_signed_values_does_not_matter() {
        assertThat(signature.of("b", "a")).isEqualTo(signature.of("a", "b"));
    }
}
