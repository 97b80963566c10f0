package io.zhengxun.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInTest extends AccountTest {

    private static final String WRONG = "Wrong-pass-2026!";

    @Test
    void who_is_right_gets_a_token_and_is_on_the_trail() {
        Answer answer = login.tried(me, PASSWORD);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("token").asString()).hasSize(43);
        assertThat(answer.json().has("csrfToken")).isFalse();
        assertThat(answer.http().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.http().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(login.get(answer.json().path("token").asString(), "/api/me").json().path("username").asString())
                .isEqualTo(me);
        assertThat(acts()).containsExactly("ACCOUNT_OPENED", "LOGGED_IN");
    }

    @Test
    void whatever_is_wrong_the_answer_is_the_same() {
        Answer wrongPassword = login.tried(me, WRONG);
        Answer nobody = login.tried("nobody-" + me, PASSWORD);
        keeping.disable(me, ADMINISTRATOR);
        Answer disabled = login.tried(me, PASSWORD);
        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.json().path("code").asString()).isEqualTo("log-in-refused");
        assertThat(wrongPassword.json().path("type").asString()).isEqualTo("urn:zhengxun:problem:log-in-refused");
        assertThat(List.of(nobody.text(), disabled.text())).containsOnly(wrongPassword.text());
        assertThat(wrongPassword.http().headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void after_five_failures_a_name_is_locked_whether_it_has_an_account_or_not(boolean account) {
        String name = account ? me : "nobody-" + me;
        for (int i = 0; i < 5; i++) {
            assertThat(login.tried(name, WRONG).status()).isEqualTo(401);
        }
        Answer locked = login.tried(name, PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.json().path("code").asString()).isEqualTo("log-in-locked");
        assertThat(locked.http().headers().firstValue("Retry-After")).contains("60");

        clock.set(NOW.plusSeconds(60));
        assertThat(login.tried(name, WRONG).status()).isEqualTo(401);
        Answer again = login.tried(name, PASSWORD);
        assertThat(again.http().headers().firstValue("Retry-After")).contains("120");
        assertThat(acts()).filteredOn("LOG_IN_LOCKED"::equals).hasSize(account ? 2 : 0);

        clock.set(NOW.plusSeconds(180));
        assertThat(login.tried(name, PASSWORD).status()).isEqualTo(account ? 201 : 401);
    }

    @Test
    void a_success_forgets_the_failures_before_it() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(login.tried(me, WRONG).status()).isEqualTo(401);
            }
            assertThat(login.tried(me, PASSWORD).status()).isEqualTo(201);
        }
    }

    @Test
    void the_name_counts_however_it_is_typed() {
        for (String typed : List.of(me, me.toUpperCase(), " " + me, me + " ", me)) {
            assertThat(login.tried(typed, WRONG).status()).isEqualTo(401);
        }
        assertThat(login.tried(me.toUpperCase(), PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void many_at_once_get_no_more_tries_than_one_after_the_other() {
        List<CompletableFuture<Integer>> tries = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> login.tried(me, WRONG).status()))
                .toList();
        List<Integer> statuses = tries.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void old_failures_of_names_are_forgotten() {
        jdbc.update("DELETE FROM log_in_lock");
        login.tried("nobody-1", WRONG);
        clock.set(NOW.plus(Duration.ofDays(1)).plusSeconds(1));
        login.tried("nobody-2", WRONG);
        assertThat(count("log_in_lock")).isEqualTo(1);
    }

    @Test
    void an_administrator_who_resets_the_password_ends_the_lock() {
        for (int i = 0; i < 6; i++) {
            login.tried(me, WRONG);
        }
        Answer reset = as("admin").post("/api/accounts/" + me + "/initial-password", "{}");
        assertThat(login.tried(me, reset.json().path("initialPassword").asString()).status()).isEqualTo(201);
        assertThat(login.tried(me, PASSWORD).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"username\": \"\", \"password\": \"\"}", "{\"username\": null, \"password\": null}"})
    void an_incomplete_form_is_refused_with_every_field(String form) {
        Answer answer = as("").post("/api/sessions", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("fields");
        assertThat(answer.json().path("errors")).hasSize(2);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("username");
        assertThat(answer.json().at("/errors/0/message").asString()).containsPattern("\\p{IsHan}");
    }

    @Test
    void a_password_without_end_is_not_hashed() {
        assertThat(login.tried(me, "x".repeat(201)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"username\": \"secret-one\",\n  \"password\": secret-two}", "[secret-one", "\"secret-one\""})
    void json_that_cannot_be_read_is_refused_with_the_place_and_not_the_content(String body) {
        Answer answer = as("").post("/api/sessions", body);
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.json().path("code").asString()).isIn("json", "fields");
        assertThat(answer.text()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_form_without_end_is_not_read_whether_it_says_its_length_or_not(boolean said) {
        String form = "{\"username\": \"" + "x".repeat(1024 * 1024) + "\", \"password\": \"x\"}";
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        BodyPublisher body = said
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        Answer answer = as("").send(
                as("").request("/api/sessions").header("Content-Type", "application/json").POST(body));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("code").asString()).isEqualTo("body-too-large");
    }

    @Test
    void nothing_at_all_is_refused_as_missing() {
        assertThat(as("").post("/api/sessions", "").json().path("code").asString()).isEqualTo("json-missing");
    }
}
