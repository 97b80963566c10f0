package io.zhengxun.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiApplication;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.account.ChangingPassword;
import io.zhengxun.registry.account.Role;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

class SessionTest extends AccountTest {

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private ChangingPassword passwords;

    @Test
    void a_session_ends_when_nobody_used_it_for_half_an_hour() {
        String token = token();
        clock.set(NOW.plus(Duration.ofMinutes(29)));
        assertThat(login.status(token)).isEqualTo(200);
        clock.set(NOW.plus(Duration.ofMinutes(58)));
        assertThat(login.status(token)).isEqualTo(200);
        clock.set(NOW.plus(Duration.ofMinutes(88)));
        assertThat(login.status(token)).isEqualTo(401);
    }

    @Test
    void however_much_it_is_used_it_ends_after_twelve_hours() {
        String token = token();
        for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
            clock.set(NOW.plus(Duration.ofMinutes(minutes)));
            assertThat(login.status(token)).as("after %d minutes", minutes).isEqualTo(200);
        }
        clock.set(NOW.plus(Duration.ofHours(12)));
        assertThat(login.status(token)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a.b.c", "zhengxun:staff-sessions:1"})
    void a_token_that_we_did_not_give_is_none(String token) {
        assertThat(login.status(token)).isEqualTo(401);
    }

    @Test
    void redis_holds_no_token() {
        String token = token();
        for (String key : redis.keys("*")) {
            assertThat(key).doesNotContain(token);
            if (key.startsWith("zhengxun:staff-session:")) {
                assertThat(redis.opsForValue().get(key)).doesNotContain(token);
                assertThat(redis.getExpire(key)).isBetween(1L, 1800L);
            }
        }
    }

    @Test
    void people_see_their_sessions_and_end_one_of_them() {
        String one = token();
        clock.set(NOW.plusSeconds(5));
        String other = token();
        Answer list = login.get(other, "/api/sessions");
        assertThat(list.json()).hasSize(2);
        assertThat(list.json().at("/0/current").asBoolean()).isFalse();
        assertThat(list.json().at("/1/current").asBoolean()).isTrue();
        assertThat(list.json().at("/0/openedAt").asString()).isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(list.json().at("/0/address").asString()).isEqualTo("127.0.0.1");

        String path = "/api/sessions/" + list.json().at("/0/id").asString();
        assertThat(login.send(other, "DELETE", path, "").status()).isEqualTo(204);
        assertThat(login.status(one)).isEqualTo(401);
        assertThat(login.status(other)).isEqualTo(200);
        assertThat(login.send(other, "DELETE", path, "").status()).isEqualTo(404);
    }

    @Test
    void a_foreign_session_is_not_there() {
        String foreign = as("city").get("/api/sessions").json().at("/0/id").asString();
        assertThat(login.send(token(), "DELETE", "/api/sessions/" + foreign, "").status()).isEqualTo(404);
        assertThat(as("city").get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void log_out_ends_the_current_session_only() {
        String one = token();
        String other = token();
        assertThat(login.send(one, "DELETE", "/api/sessions/current", "").status()).isEqualTo(204);
        assertThat(login.status(one)).isEqualTo(401);
        assertThat(login.status(other)).isEqualTo(200);
    }

    @Test
    void of_more_than_twenty_sessions_the_oldest_end() {
        String first = token();
        for (int i = 1; i <= 20; i++) {
            clock.set(NOW.plusSeconds(i));
            token();
        }
        assertThat(login.status(first)).isEqualTo(401);
        assertThat(login.get(token(), "/api/sessions").json()).hasSize(20);
    }

    private static List<Consumer<SessionTest>> ends() {
        return List.of(
                test -> test.keeping.disable(test.me, ADMINISTRATOR),
                test -> test.changeRole(Role.CITY_LEAD),
                test -> test.keeping.endSessions(test.me, ADMINISTRATOR),
                test -> test.passwords.reset(test.me, ADMINISTRATOR),
                test -> test.login.send(test.token(), "PUT", "/api/me/password",
                        "{\"currentPassword\": \"" + PASSWORD + "\", \"newPassword\": \"Another-pass-27!\"}"));
    }

    @Test
    void whatever_ends_sessions_ends_them_all_at_once_over_all_instances() {
        try (ConfigurableApplicationContext second = secondInstance()) {
            Login there = Login.at(second.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            for (Consumer<SessionTest> end : ends()) {
                an_account_of_its_own();
                String here = token();
                String elsewhere = there.token(me, PASSWORD);
                assertThat(List.of(there.status(here), login.status(elsewhere))).containsOnly(200);
                end.accept(this);
                assertThat(List.of(there.status(here), there.status(elsewhere), login.status(here))).containsOnly(401);
                assertThat(as("city").get("/api/me").status()).isEqualTo(200);
            }
        }
    }

    private ConfigurableApplicationContext secondInstance() {
        return new SpringApplicationBuilder(AdminApiApplication.class)
                .initializers(
                        new SharedServers(), context -> context.getBeanFactory().registerSingleton("sameClock", clock))
                .properties("server.port=0")
                .run(Arrays.stream(AdminApiTest.class.getAnnotation(SpringBootTest.class).properties())
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    @Test
    void an_administrator_ends_all_sessions_of_an_account() {
        String token = token();
        assertThat(as("admin").delete("/api/accounts/" + me + "/sessions").status()).isEqualTo(204);
        assertThat(login.status(token)).isEqualTo(401);
        assertThat(login.status(token())).isEqualTo(200);
    }

    @Test
    void a_page_keeps_its_session_in_a_cookie_that_no_script_reads() {
        Answer answer = as("").post(
                "/api/sessions", "{\"username\": \"" + me + "\", \"password\": \"" + PASSWORD + "\", \"cookie\": true}");
        assertThat(answer.json().has("token")).isFalse();
        String cookie = answer.http().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
        String csrf = answer.json().path("csrfToken").asString();
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(byCookie(pair, null, "GET", "/api/me").json().path("csrfToken").asString()).isEqualTo(csrf);

        for (String wrong : new String[] {null, "", "x", csrf + "x"}) {
            Answer refused = byCookie(pair, wrong, "POST", "/api/me/totp");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("code").asString()).isEqualTo("csrf");
        }
        assertThat(byCookie(pair, csrf, "POST", "/api/me/totp").status()).isEqualTo(201);
        Answer out = byCookie(pair, csrf, "DELETE", "/api/sessions/current");
        assertThat(out.http().headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(byCookie(pair, csrf, "GET", "/api/me").status()).isEqualTo(401);
    }

    private Answer byCookie(String cookie, String csrf, String method, String path) {
        HttpRequest.Builder request = as("").request(path)
                .header("Cookie", cookie)
                .method(method, HttpRequest.BodyPublishers.noBody());
        return as("").send(csrf == null ? request : request.header("X-CSRF-Token", csrf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_foreign_page_logs_nobody_in(String site) {
        Answer answer = as("").send(as("").request("/api/sessions")
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\": \"" + me + "\", \"password\": \"" + PASSWORD + "\", \"cookie\": true}")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asString()).isEqualTo("cross-site");
        assertThat(acts()).doesNotContain("LOGGED_IN");
    }

    @Test
    void while_redis_is_away_nobody_gets_in_and_what_is_open_stays_open() {
        String token = token();
        SharedServers.redis().stop();
        try {
            Answer away = login.get(token, "/api/me");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.json().path("code").asString()).isEqualTo("unavailable");
            assertThat(away.http().headers().firstValue("Retry-After")).isPresent();
            assertThat(login.tried(me, PASSWORD).status()).isEqualTo(503);
            assertThat(login.get(token, "/api/deadlines/calculate?rule=D6&start=2026-09-22").status()).isEqualTo(200);
            assertThat(as("").get("/api/me").status()).isEqualTo(401);
        } finally {
            SharedServers.redis().start();
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (login.status(token) != 200 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(login.status(token)).isEqualTo(200);
    }
}
