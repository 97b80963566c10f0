package io.zhengxun.admin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Obligation;
import io.zhengxun.registry.account.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAdministratorTest extends AdminApiTest {

    private static final String PASSWORD = "Anfang-2026-Sommer";

    @BeforeEach
    @AfterEach
    void no_account() {
        jdbc.update("DELETE FROM password_history");
        jdbc.update("DELETE FROM account");
    }

    private void start(String username, String password) {
        new FirstAdministrator(accounts, opening, new FirstAdministrator.Settings(username, "张三", password)).run(null);
    }

    @Test
    void an_empty_table_gets_one_administrator_who_must_change_the_password() {
        start("chief", PASSWORD);
        Account chief = accounts.find("chief").orElseThrow();
        assertThat(chief.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(accounts.usable(chief.id()).orElseThrow().owed()).containsExactly(Obligation.CHANGE_PASSWORD);
        start("another", PASSWORD);
        assertThat(count("account")).isEqualTo(1);
    }

    @Test
    void without_the_setting_nothing_is_opened() {
        start(null, null);
        start("", PASSWORD);
        assertThat(count("account")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"chief, short", "chief, ''", "chief,", "'Chief One', Anfang-2026-Sommer"})
    void a_start_with_unusable_settings_is_refused_and_does_not_repeat_the_password(String username, String password) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(username, password))
                .withMessageContaining("zhengxun.admin.first-administrator")
                .withMessageNotContaining("short")
                .withMessageNotContaining("Sommer");
        assertThat(count("account")).isZero();
    }
}
