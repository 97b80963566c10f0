package io.zhengxun.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi;
import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.submission.InventedRows;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AccountControllerTest extends AdminApiTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final String name = "kept-" + SERIAL.incrementAndGet() + "-" + ProcessHandle.current().pid();

    private static Map<String, Object> form(Object... keysAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            form.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return form;
    }

    private Answer open() {
        return as("admin").post("/api/accounts", form(
                "username", name, "name", "李四", "role", "INSTITUTION_DATA_MANAGER", "institution", InventedRows.PREFIX));
    }

    @Test
    void an_administrator_opens_an_account_and_shows_its_initial_password_once() {
        Answer opened = open();
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().path("initialPassword").asString()).hasSize(19);
        Answer account = as("admin").get(opened.http().headers().firstValue("Location").orElseThrow());
        assertThat(account.json().path("institution").asString()).isEqualTo(InventedRows.PREFIX);
        assertThat(account.json().path("passwordSetOn").asString()).isEqualTo("2026-11-23");
        assertThat(account.text()).doesNotContain("assword\":", "hash");
        assertThat(open().json().path("code").asString()).isEqualTo("username-taken");
    }

    @Test
    void a_repeated_opening_opens_one_account_and_does_not_show_the_password_again() {
        String body = """
                {"username": "%s", "name": "李四", "role": "CITY_LEAD", "city": "440100"}""".formatted(name);
        Answer first = keyed("/api/accounts", body);
        Answer again = keyed("/api/accounts", body);
        assertThat(first.json().path("initialPassword").asString()).hasSize(19);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().has("initialPassword")).isFalse();
        assertThat(again.json().path("username").asString()).isEqualTo(name);
        assertThat(again.json().path("note").asString()).contains("重置");
        assertThat(keyed("/api/accounts", body.replace("李四", "李五")).json().path("code").asString())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_repeated_reset_leaves_the_password_that_the_first_one_showed() {
        open();
        String path = "/api/accounts/" + name + "/initial-password";
        String shown = keyed(path, "{}").json().path("initialPassword").asString();
        Answer again = keyed(path, "{}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().has("initialPassword")).isFalse();
        Answer logIn = new AdminApi(port, "").post("/api/sessions", Map.of("username", name, "password", shown));
        assertThat(logIn.status()).isEqualTo(201);
    }

    private Answer keyed(String path, String body) {
        return as("admin").send(as("admin").request(path)
                .header("Idempotency-Key", name)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void of_a_form_every_wrong_field_is_told() {
        Answer refused = as("admin").post("/api/accounts", form("username", "X", "role", "CITY_LEAD"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("field")).containsExactly("username", "name", "city");
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_LEAD, , , city", "CITY_LEAD, S000044010002, 440100, city", "CITY_LEAD, , 440000, city", "CITY_LEAD, , 999999, city",
        "INSTITUTION_DATA_MANAGER, , , institution", "INSTITUTION_DATA_MANAGER, S000044019999, , institution",
        "AUDITOR, , 440100, role", "AUDITOR, S000044010002, , role",
    })
    void a_role_and_its_scope_must_agree(String role, String institution, String city, String field) {
        Answer refused = as("admin").post("/api/accounts", form(
                "username", name, "name", "李四", "role", role, "institution", institution, "city", city));
        assertThat(refused.json().path("errors").findValuesAsString("field")).containsExactly(field);
    }

    @Test
    void a_role_that_does_not_exist_is_refused_by_its_field() {
        Answer refused = as("admin").post("/api/accounts", form("username", name, "name", "李四", "role", "KING"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("role");
        assertThat(refused.text()).doesNotContain("KING");
    }

    @Test
    void a_form_opened_on_an_older_state_is_refused() {
        open();
        JsonNode seen = as("admin").get("/api/accounts/" + name).json();
        Map<String, Object> change = form(
                "name", "李四", "role", "CITY_LEAD", "city", "440100", "version", seen.path("version").asInt());
        Answer changed = as("admin").put("/api/accounts/" + name, change);
        assertThat(changed.json().path("city").asString()).isEqualTo("440100");
        assertThat(changed.json().has("institution")).isFalse();
        assertThat(as("admin").put("/api/accounts/" + name, change).json().path("code").asString())
                .isEqualTo("account-changed");
    }

    @Test
    void administrators_do_not_shut_themselves_out() {
        Answer refused = as("admin").post("/api/accounts/admin/disable", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("own-account");
    }

    @Test
    void accounts_are_listed_by_username_and_paged_by_key() {
        open();
        assertThat(as("admin").get("/api/accounts").json().path("items").findValuesAsString("username"))
                .isSorted()
                .contains(name, "own", "admin");
        assertThat(as("admin").get("/api/accounts?after=" + name).json().path("items").findValuesAsString("username"))
                .doesNotContain(name, "admin")
                .contains("own");
    }

    @Test
    void an_account_that_does_not_exist_is_absent() {
        for (String act : new String[] {"disable", "enable", "initial-password"}) {
            assertThat(as("admin").post("/api/accounts/nobody/" + act, "{}").status()).isEqualTo(404);
        }
        assertThat(as("admin").get("/api/accounts/nobody").status()).isEqualTo(404);
        assertThat(as("admin").delete("/api/accounts/nobody/sessions").status()).isEqualTo(404);
        assertThat(as("admin").put("/api/roles/KING", "{\"totpRequired\": true}").status()).isEqualTo(404);
    }
}
