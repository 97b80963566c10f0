package io.zhengxun.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import io.zhengxun.registry.privacy.Vault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Killed between any two statements, an account is opened or changed wholly and on record or not at all (W4, G 25). */
@KilledTest
class KilledAccountsTest {

    private static final Staff ADMINISTRATOR =
            new Staff("chief", "主任", Role.ADMINISTRATOR, Scope.ofProvince(), "10.0.0.1");
    private static final String PASSWORD = "Zhengxun-Test-2026";
    /** Each log-in counts at once, in a transaction of its own. */
    private static final String COUNTS = "log_in_lock";

    @Autowired
    EveryStep everyStep;

    @Autowired
    Accounts accounts;

    @Autowired
    OpeningAccount opening;

    @Autowired
    KeepingAccounts keeping;

    @Autowired
    ChangingPassword changing;

    @Autowired
    SigningIn signing;

    @Autowired
    SecondFactors factors;

    @Autowired
    RoleSettings roles;

    @Autowired
    AuditTrail trail;

    @Autowired
    AccountMapper mapper;

    @Autowired
    Vault vault;

    @Autowired
    JdbcTemplate jdbc;

    private final String username = "killed" + FreshNumbers.next();

    @BeforeEach
    void an_account() {
        opening.open(new NewAccount(username, "测试员", Role.CITY_LEAD, Scope.ofCity("440100")), PASSWORD, false, Actor.system());
    }

    @Test
    void an_account_is_opened_with_its_password_or_not_at_all() {
        NewAccount another = new NewAccount(username + "b", "测试员", Role.AUDITOR, Scope.ofProvince());
        assertThat(everyStep.kill(() -> opening.open(another, PASSWORD, true, Actor.system()))).isGreaterThan(4);
    }

    @Test
    void an_account_is_changed_on_record_or_not_at_all() {
        AccountChange change = new AccountChange(
                "测试甲", Role.CITY_DATA_MANAGER, Scope.ofCity("440200"), null, found().version());
        assertThat(everyStep.kill(() -> keeping.change(username, change, ADMINISTRATOR))).isGreaterThan(4);
        assertThat(everyStep.kill(() -> keeping.endSessions(username, ADMINISTRATOR))).isGreaterThan(3);
        assertThat(everyStep.kill(() -> keeping.disable(username, ADMINISTRATOR))).isGreaterThan(3);
        assertThat(everyStep.kill(() -> keeping.enable(username, ADMINISTRATOR))).isGreaterThan(3);
        assertThat(everyStep.kill(() -> changing.reset(username, ADMINISTRATOR))).isGreaterThan(4);
    }

    @Test
    void a_password_is_changed_on_record_or_not_at_all_while_each_try_counts() {
        assertThat(everyStep.ignoring(COUNTS).kill(() -> changing.change(staff(), PASSWORD, PASSWORD + "-b")))
                .isGreaterThan(6);
        assertThat(failures()).isEmpty();
    }

    @Test
    void a_second_factor_is_set_up_and_removed_on_record_or_not_at_all() {
        assertThat(everyStep.kill(() -> factors.propose(staff()))).isGreaterThan(1);
        byte[] secret = vault.openBytes(mapper.byUsername(username).totpSealed());
        Instant now = Instant.now();
        assertThat(everyStep.kill(() -> factors.confirm(staff(), Totp.code(secret, now)))).isGreaterThan(4);
        String next = Totp.code(secret, now.plusSeconds(30));
        assertThat(everyStep.ignoring(COUNTS).kill(() -> factors.remove(staff(), next))).isGreaterThan(5);
    }

    @Test
    void a_second_factor_is_taken_away_on_record_or_not_at_all() {
        factors.propose(staff());
        assertThat(everyStep.kill(() -> factors.removeFrom(username, ADMINISTRATOR))).isGreaterThan(3);
    }

    @Test
    void a_role_is_changed_on_record_or_not_at_all() {
        assertThat(everyStep.kill(() -> roles.requireSecondFactor(Role.AUDITOR, true, ADMINISTRATOR)))
                .isGreaterThan(3);
        assertThat(everyStep.kill(() -> roles.requireSecondFactor(Role.AUDITOR, false, ADMINISTRATOR)))
                .isGreaterThan(3);
    }

    @Test
    void a_killed_log_in_counts_as_a_failed_one_until_one_succeeds() {
        jdbc.update("DELETE FROM log_in_lock");
        SigningIn.Attempt attempt = new SigningIn.Attempt(username, PASSWORD, "", "127.0.0.1");
        int steps = everyStep.ignoring(COUNTS).kill(() -> signing.signIn(attempt));
        assertThat(steps).isGreaterThan(6);
        assertThat(failures()).isEmpty();
        assertThat(logIns()).hasSize(1);

        // The count stands before the password is looked at, and the log-in after it.
        int last = steps - 2;
        assertThat(everyStep.killedAt(last, () -> signing.signIn(attempt))).isTrue();
        assertThat(failures()).containsExactly(1);
        assertThat(logIns()).hasSize(1);
    }

    private List<Integer> failures() {
        return jdbc.queryForList("SELECT failures FROM log_in_lock WHERE failures > 0", Integer.class);
    }

    private List<String> logIns() {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.ACCOUNT, username)).stream()
                .map(AuditEntry::act)
                .filter("LOGGED_IN"::equals)
                .toList();
    }

    private Account found() {
        return accounts.find(username).orElseThrow();
    }

    private Staff staff() {
        return found().staff("127.0.0.1");
    }
}
