package io.zhengxun.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);

    @ParameterizedTest
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
        "20000000000, 353130",
    })
    void codes_are_those_of_rfc_6238_appendix_b(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-61, false", "-30, true", "0, true", "30, true", "60, false"})
    void a_telephone_may_be_one_step_off(long seconds, boolean taken) {
        String code = Totp.code(SECRET, NOW.plusSeconds(seconds));
        assertThat(Totp.stepOf(SECRET, code, NOW).isPresent()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00592", "0059240", "005925", "abcdef", "００５９２４"})
    void what_is_not_the_code_is_refused(String typed) {
        assertThat(Totp.stepOf(SECRET, typed, NOW)).isEmpty();
    }

    @Test
    void spaces_as_applications_show_them_do_not_matter() {
        assertThat(Totp.stepOf(SECRET, "005 924", NOW)).isPresent();
        assertThat(Totp.stepOf(SECRET, null, NOW)).isEmpty();
    }

    @Test
    void a_secret_is_shown_in_base_32() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32(Totp.newSecret())).hasSize(32);
    }
}
