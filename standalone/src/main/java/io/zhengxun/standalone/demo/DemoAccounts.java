package io.zhengxun.standalone.demo;

import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.institution.Institutions;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An account of each role, all with the same published password, ready to use: only for a demo. */
@Component
@Order(DemoData.ORDER + 1)
class DemoAccounts implements ApplicationRunner {

    static final String PASSWORD = "Zhengxun-demo-2026";

    private static final String CITY = "440100";

    private final Accounts accounts;
    private final OpeningAccount opening;
    private final Institutions institutions;

    DemoAccounts(Accounts accounts, OpeningAccount opening, Institutions institutions) {
        this.accounts = accounts;
        this.opening = opening;
        this.institutions = institutions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        all().stream()
                .filter(account -> accounts.find(account.username()).isEmpty())
                .forEach(account -> opening.open(account, PASSWORD, false, Actor.system()));
    }

    private List<NewAccount> all() {
        long first = institutions.findByNumberPrefix(new DemoInstitution(0).numberPrefix()).orElseThrow().id();
        Scope city = Scope.ofCity(CITY);
        Scope province = Scope.ofProvince();
        return List.of(
                new NewAccount("demo-jigou", "示例机构管理员", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(first)),
                new NewAccount("demo-shi", "示例市级审核员", Role.CITY_DATA_MANAGER, city),
                new NewAccount("demo-shi-fuze", "示例市级负责人", Role.CITY_LEAD, city),
                new NewAccount("demo-sheng", "示例省级审核员", Role.PROVINCE_REVIEWER, province),
                new NewAccount("demo-sheng-fuze", "示例省级负责人", Role.PROVINCE_LEAD, province),
                new NewAccount("demo-shenji", "示例审计员", Role.AUDITOR, province),
                new NewAccount("demo-guanli", "示例系统管理员", Role.ADMINISTRATOR, province));
    }
}
