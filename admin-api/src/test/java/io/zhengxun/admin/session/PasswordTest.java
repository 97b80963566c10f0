package io.zhengxun.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordTest extends AccountTest {

    private String password;
    private String token;

    @BeforeEach
    void logged_in_with_an_initial_password() {
        Answer reset = as("admin").post("/api/accounts/" + me + "/initial-password", "{}");
        password = reset.json().path("initialPassword").asString();
        token = login.token(me, password);
    }

    private Answer change(String to) {
        Answer answer = login.send(
                token, "PUT", "/api/me/password",
                "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(password, to));
        if (answer.status() == 204) {
            password = to;
            token = login.token(me, to);
        }
        return answer;
    }

    @Test
    void with_an_initial_password_only_the_own_account_is_open() {
        Answer refused = login.get(token, "/api/submissions");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("password-change-owed");
        assertThat(login.get(token, "/api/sessions").status()).isEqualTo(403);
        assertThat(login.get(token, "/api/me").json().at("/owed/0").asString()).isEqualTo("CHANGE_PASSWORD");
        assertThat(change("Another-pass-27!").status()).isEqualTo(204);
        assertThat(login.get(token, "/api/submissions").status()).isEqualTo(200);
        assertThat(acts()).contains("PASSWORD_RESET", "PASSWORD_CHANGED");
    }

    @Test
    void none_of_the_last_five_passwords_may_come_again() {
        String initial = password;
        for (int i = 1; i <= 4; i++) {
            assertThat(change("Another-pass-2" + i + "!").status()).isEqualTo(204);
        }
        for (String used : new String[] {initial, "Another-pass-21!", "Another-pass-24!"}) {
            Answer refused = change(used);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("rule").asString()).isEqualTo("G 25");
            assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("password.reused");
        }
        assertThat(change("Another-pass-25!").status()).isEqualTo(204);
        assertThat(change(initial).status()).isEqualTo(204);
    }

    @Test
    void a_weak_password_is_refused_with_all_that_is_wrong() {
        Answer refused = change(me.substring(0, 8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("code")).contains("password.length");
        Answer named = change("X-" + me);
        assertThat(named.json().path("errors").findValuesAsString("code")).containsExactly("password.username");
    }

    @Test
    void a_wrong_current_password_is_refused_and_counts_like_a_failed_log_in() {
        String right = password;
        password = "Wrong-pass-2026!";
        for (int i = 0; i < 5; i++) {
            Answer refused = change("Another-pass-27!");
            assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("password.wrong");
        }
        assertThat(change("Another-pass-27!").status()).isEqualTo(429);
        password = right;
        assertThat(change("Another-pass-27!").status()).isEqualTo(429);
        clock.set(NOW.plusSeconds(60));
        assertThat(change("Another-pass-27!").status()).isEqualTo(204);
    }
}
