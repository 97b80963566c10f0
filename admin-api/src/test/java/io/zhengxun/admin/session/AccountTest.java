package io.zhengxun.admin.session;

import io.zhengxun.admin.AdminApi;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.AccountChange;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test with an account of its own, {@link #me}, which it may lock, disable and change. */
abstract class AccountTest extends AdminApiTest {

    static final String PASSWORD = AdminApi.PASSWORD;
    static final Staff ADMINISTRATOR =
            new Staff("admin", "测试员", Role.ADMINISTRATOR, Scope.ofProvince(), "127.0.0.1");

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private AuditTrail trail;

    String me;
    Login login;

    @BeforeEach
    void an_account_of_its_own() {
        me = "person-" + SERIAL.incrementAndGet() + "-" + ProcessHandle.current().pid();
        login = Login.at(port);
        open(me, Role.CITY_DATA_MANAGER, Scope.ofCity("440100"));
    }

    String token() {
        return login.token(me, PASSWORD);
    }

    List<String> acts() {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.ACCOUNT, me)).stream().map(AuditEntry::act).toList();
    }

    void changeRole(Role role) {
        Account account = accounts.find(me).orElseThrow();
        keeping.change(
                me, new AccountChange(account.name(), role, account.scope(), null, account.version()), ADMINISTRATOR);
    }
}
