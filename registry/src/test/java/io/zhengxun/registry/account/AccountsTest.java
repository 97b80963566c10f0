package io.zhengxun.registry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class AccountsTest {

    private static final Staff ADMINISTRATOR = new Staff("chief", "主任", Role.ADMINISTRATOR, Scope.ofProvince(), "10.0.0.1");

    @Autowired
    private Accounts accounts;

    @Autowired
    private OpeningAccount opening;

    @Autowired
    private KeepingAccounts keeping;

    @Autowired
    private ChangingPassword passwords;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void two_accounts() {
        jdbc.update("DELETE FROM password_history");
        jdbc.update("DELETE FROM account");
        open("chief", Role.ADMINISTRATOR, Scope.ofProvince());
        open("reviewer", Role.CITY_DATA_MANAGER, Scope.ofCity("440100"));
    }

    private void open(String username, Role role, Scope scope) {
        opening.open(new NewAccount(username, "测试员", role, scope), Actor.system());
    }

    @Test
    void an_initial_password_must_be_changed() {
        Account account = accounts.find("reviewer").orElseThrow();
        assertThat(accounts.usable(account.id()).orElseThrow().owed()).containsExactly(Obligation.CHANGE_PASSWORD);
        assertThat(account.scope()).isEqualTo(Scope.ofCity("440100"));
    }

    @Test
    void a_username_stays_taken_also_after_the_account_was_disabled() {
        keeping.disable("reviewer", ADMINISTRATOR);
        assertThatThrownBy(() -> open("reviewer", Role.AUDITOR, Scope.ofProvince())).isInstanceOf(UsernameTaken.class);
        assertThat(accounts.find("reviewer").orElseThrow().role()).isEqualTo(Role.CITY_DATA_MANAGER);
    }

    @Test
    void of_a_form_every_field_that_is_wrong_is_told() {
        NewAccount wrong = new NewAccount("Zhang San", " ", Role.CITY_LEAD, Scope.ofProvince(), "");
        assertThatThrownBy(() -> opening.open(wrong, Actor.system()))
                .isInstanceOfSatisfying(FieldsRefused.class, refusal -> assertThat(refusal.flaws())
                        .extracting(FieldFlaw::field)
                        .containsExactly("username", "name", "city", "externalId"));
    }

    @Test
    void an_institution_or_a_city_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> open("nobody", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(987_654_321)))
                .isInstanceOf(FieldsRefused.class);
        assertThatThrownBy(() -> open("nobody", Role.CITY_LEAD, Scope.ofCity("110100"))).isInstanceOf(FieldsRefused.class);
    }

    @Test
    void of_two_changes_of_the_same_state_one_is_told_that_it_came_late() {
        Account seen = accounts.find("reviewer").orElseThrow();
        keeping.change("reviewer", to(seen, "甲", Role.CITY_DATA_MANAGER), ADMINISTRATOR);
        assertThatThrownBy(() -> keeping.change("reviewer", to(seen, "乙", Role.CITY_DATA_MANAGER), ADMINISTRATOR))
                .isInstanceOf(AccountChanged.class);
        assertThat(accounts.find("reviewer").orElseThrow().name()).isEqualTo("甲");
    }

    @Test
    void sessions_end_with_another_role_and_not_with_another_name() {
        Account before = accounts.find("reviewer").orElseThrow();
        Account renamed = keeping.change("reviewer", to(before, "甲", Role.CITY_DATA_MANAGER), ADMINISTRATOR);
        assertThat(renamed.epoch()).isEqualTo(before.epoch());
        Account promoted = keeping.change("reviewer", to(renamed, "甲", Role.CITY_LEAD), ADMINISTRATOR);
        assertThat(promoted.epoch()).isEqualTo(before.epoch() + 1);
    }

    @Test
    void nobody_disables_the_own_account_or_changes_the_own_role() {
        Account own = accounts.find("chief").orElseThrow();
        assertThatThrownBy(() -> keeping.disable("chief", ADMINISTRATOR)).isInstanceOf(OwnAccount.class);
        AccountChange auditor = new AccountChange("主任", Role.AUDITOR, Scope.ofProvince(), null, own.version());
        assertThatThrownBy(() -> keeping.change("chief", auditor, ADMINISTRATOR)).isInstanceOf(OwnAccount.class);
    }

    @Test
    void of_two_administrators_who_disable_each_other_at_once_one_is_left() {
        open("deputy", Role.ADMINISTRATOR, Scope.ofProvince());
        Staff deputy = new Staff("deputy", "副主任", Role.ADMINISTRATOR, Scope.ofProvince(), "10.0.0.2");
        List<CompletableFuture<Void>> both = List.of(
                CompletableFuture.runAsync(() -> keeping.disable("deputy", ADMINISTRATOR)),
                CompletableFuture.runAsync(() -> keeping.disable("chief", deputy)));
        assertThat(both).filteredOn(disabling -> fails(disabling)).hasSize(1);
        assertThat(Stream.of("chief", "deputy").filter(name -> !accounts.find(name).orElseThrow().disabled())).hasSize(1);
    }

    private static boolean fails(CompletableFuture<Void> act) {
        return act.handle((done, failure) -> failure != null).join();
    }

    @Test
    void accounts_are_paged_by_username() {
        open("auditor", Role.AUDITOR, Scope.ofProvince());
        assertThat(accounts.page("", 2)).extracting(Account::username).containsExactly("auditor", "chief");
        assertThat(accounts.page("chief", 2)).extracting(Account::username).containsExactly("reviewer");
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_LEAD, NULL, NULL", "CITY_LEAD, NULL, '440000'", "AUDITOR, NULL, '440100'", "INSTITUTION_DATA_MANAGER, NULL, NULL",
        "NOBODY, NULL, NULL",
    })
    void the_database_itself_refuses_a_role_with_another_scope(String role, String institution, String region) {
        String code = "NULL".equals(region) ? "NULL" : "'" + region + "'";
        assertThatThrownBy(() -> jdbc.update("UPDATE account SET role = '" + role + "', institution_id = " + institution
                        + ", region_code = " + code + " WHERE username = 'reviewer'"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatever_changes_an_account_is_on_the_trail_with_old_and_new_value() {
        jdbc.update("UPDATE account SET username = 'traced' WHERE username = 'reviewer'");
        keeping.change("traced", to(accounts.find("traced").orElseThrow(), "甲", Role.CITY_LEAD), ADMINISTRATOR);
        keeping.disable("traced", ADMINISTRATOR);
        keeping.disable("traced", ADMINISTRATOR);
        keeping.enable("traced", ADMINISTRATOR);
        keeping.endSessions("traced", ADMINISTRATOR);
        passwords.reset("traced", ADMINISTRATOR);
        List<AuditEntry> entries = trail.of(new Deed.Subject(Deed.Subject.Kind.ACCOUNT, "traced"));
        assertThat(entries)
                .extracting(AuditEntry::act)
                .containsExactly(
                        "ACCOUNT_CHANGED", "ACCOUNT_DISABLED", "ACCOUNT_ENABLED", "ACCOUNT_SESSIONS_ENDED", "PASSWORD_RESET");
        assertThat(entries.get(0).before()).containsEntry("role", "CITY_DATA_MANAGER");
        assertThat(entries.get(0).after()).containsEntry("role", "CITY_LEAD");
        assertThat(entries.get(0).actor().username()).isEqualTo("chief");
    }

    @Test
    void no_text_of_an_account_holds_a_name_or_a_secret() {
        NewAccount form = new NewAccount("zhang.san", "张某某", Role.AUDITOR, Scope.ofProvince());
        opening.open(form, Actor.system());
        Account account = accounts.find("zhang.san").orElseThrow();
        assertThat(form + " " + account + " " + account.staff("10.0.0.1")).doesNotContain("张某某", "argon2");
    }

    private static AccountChange to(Account account, String name, Role role) {
        return new AccountChange(name, role, account.scope(), null, account.version());
    }
}
