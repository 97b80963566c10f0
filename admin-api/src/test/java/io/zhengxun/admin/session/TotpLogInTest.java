package io.zhengxun.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TotpLogInTest extends AccountTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @AfterEach
    void no_role_requires_a_second_factor() {
        jdbc.update("UPDATE role_setting SET totp_required = FALSE");
    }

    @Test
    void once_confirmed_log_in_asks_for_a_code_and_each_works_once() {
        String secret = setUp(token());
        assertThat(login.tried(me, PASSWORD).status()).isEqualTo(401);
        assertThat(login.tried(me, PASSWORD, "000000").status()).isEqualTo(401);
        assertThat(login.tried(me, PASSWORD, code(secret, NOW)).status()).as("used for the confirmation").isEqualTo(401);

        clock.set(NOW.plusSeconds(30));
        String next = code(secret, NOW.plusSeconds(30));
        assertThat(login.tried(me, PASSWORD, next).status()).isEqualTo(201);
        assertThat(login.tried(me, PASSWORD, next).status()).as("replayed").isEqualTo(401);
        assertThat(login.tried(me, PASSWORD, code(secret, NOW)).status()).as("an older one").isEqualTo(401);
        assertThat(login.tried(me, PASSWORD, code(secret, NOW.plusSeconds(60))).status()).as("a fast telephone").isEqualTo(201);
        assertThat(acts()).contains("TOTP_SET_UP");
    }

    @Test
    void a_right_code_does_not_help_a_wrong_password_and_is_not_used_up_by_it() {
        String secret = setUp(token());
        clock.set(NOW.plusSeconds(30));
        String code = code(secret, NOW.plusSeconds(30));
        assertThat(login.tried(me, "Wrong-pass-2026!", code).status()).isEqualTo(401);
        assertThat(login.tried(me, PASSWORD, code).status()).isEqualTo(201);
    }

    @Test
    void guessed_codes_lock_like_guessed_passwords() {
        setUp(token());
        for (int i = 0; i < 5; i++) {
            assertThat(login.tried(me, PASSWORD, "00000" + i).status()).isEqualTo(401);
        }
        assertThat(login.tried(me, PASSWORD, "000005").status()).isEqualTo(429);
    }

    @Test
    void a_secret_that_is_not_confirmed_changes_nothing() {
        String token = token();
        login.send(token, "POST", "/api/me/totp", "");
        Answer refused = login.send(token, "POST", "/api/me/totp/confirmation", "{\"code\": \"000000\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("totp-code");
        assertThat(login.tried(me, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void it_is_removed_with_a_code_only() {
        String token = token();
        String secret = setUp(token);
        assertThat(login.send(token, "POST", "/api/me/totp", "").status()).isEqualTo(409);
        assertThat(login.send(token, "DELETE", "/api/me/totp", "{\"code\": \"000000\"}").status()).isEqualTo(422);
        clock.set(NOW.plusSeconds(30));
        String code = code(secret, NOW.plusSeconds(30));
        assertThat(login.send(token, "DELETE", "/api/me/totp", "{\"code\": \"" + code + "\"}").status()).isEqualTo(204);
        assertThat(login.tried(me, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void guessed_codes_for_its_removal_lock_like_guessed_passwords() {
        String token = token();
        String secret = setUp(token);
        for (int i = 0; i < 5; i++) {
            Answer refused = login.send(token, "DELETE", "/api/me/totp", "{\"code\": \"00000" + i + "\"}");
            assertThat(refused.status()).isEqualTo(422);
        }
        clock.set(NOW.plusSeconds(30));
        String code = "{\"code\": \"" + code(secret, NOW.plusSeconds(30)) + "\"}";
        assertThat(login.send(token, "DELETE", "/api/me/totp", code).status()).as("also the right one").isEqualTo(429);
        assertThat(as("admin").get("/api/accounts/" + me).json().path("totp").asBoolean()).isTrue();
    }

    @Test
    void an_administrator_takes_it_away_when_the_telephone_is_lost() {
        String token = token();
        setUp(token);
        assertThat(as("admin").delete("/api/accounts/" + me + "/totp").status()).isEqualTo(204);
        assertThat(login.status(token)).isEqualTo(401);
        assertThat(login.tried(me, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_role_that_requires_it_opens_only_the_own_account_until_it_is_set_up() {
        String token = token();
        assertThat(as("admin").put("/api/roles/CITY_DATA_MANAGER", "{\"totpRequired\": true}").status()).isEqualTo(204);
        Answer refused = login.get(token, "/api/submissions");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("totp-owed");
        assertThat(login.get(token, "/api/me").json().at("/owed/0").asString()).isEqualTo("SET_UP_TOTP");
        String secret = setUp(token);
        assertThat(login.get(token, "/api/submissions").status()).isEqualTo(200);
        clock.set(NOW.plus(Duration.ofMinutes(1)));
        String code = code(secret, clock.instant());
        Answer kept = login.send(token, "DELETE", "/api/me/totp", "{\"code\": \"" + code + "\"}");
        assertThat(kept.json().path("code").asString()).isEqualTo("totp-required");
        assertThat(as("admin").get("/api/roles").json().findValuesAsString("totpRequired")).containsOnlyOnce("true");
    }

    @Test
    void a_removal_where_there_is_nothing_to_remove_is_not_recorded() {
        String token = token();
        assertThat(login.send(token, "DELETE", "/api/me/totp", "{\"code\": \"000000\"}").status()).isEqualTo(204);
        assertThat(acts()).doesNotContain("TOTP_REMOVED");
    }

    @Test
    void the_secret_is_kept_sealed() {
        String secret = setUp(token());
        byte[] sealed = jdbc.queryForObject("SELECT totp_sealed FROM account WHERE username = ?", byte[].class, me);
        assertThat(sealed).isNotEqualTo(decoded(secret)).hasSizeGreaterThan(decoded(secret).length);
    }

    private String setUp(String token) {
        Answer proposed = login.send(token, "POST", "/api/me/totp", "");
        assertThat(proposed.status()).isEqualTo(201);
        String secret = proposed.json().path("secret").asString();
        assertThat(proposed.json().path("uri").asString())
                .isEqualTo("otpauth://totp/Zhengxun:" + me + "?secret=" + secret + "&issuer=Zhengxun");
        String code = code(secret, clock.instant());
        assertThat(login.send(token, "POST", "/api/me/totp/confirmation", "{\"code\": \"" + code + "\"}").status())
                .isEqualTo(204);
        return secret;
    }

    /** As an authenticator application computes it, by the JDK's means. */
    private static String code(String secret, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
            byte[] full = mac.doFinal(ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(full, full[19] & 0xf, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        long bits = 0;
        int count = 0;
        for (char c : base32.toCharArray()) {
            bits = bits << 5 | ALPHABET.indexOf(c);
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.put((byte) (bits >> count));
            }
        }
        return bytes.array();
    }
}
