package io.zhengxun.admin.account;

import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.UsernameTaken;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the first account, without which nobody could open another: an administrator's, from settings. */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final OpeningAccount opening;
    private final Settings settings;

    FirstAdministrator(Accounts accounts, OpeningAccount opening, Settings settings) {
        this.accounts = accounts;
        this.opening = opening;
        this.settings = settings;
    }

    /**
     * Read only while there is no account at all.
     *
     * @param username empty for none
     * @param initialPassword strong (G 25); must be changed at the first log-in
     */
    @ConfigurationProperties("zhengxun.admin.first-administrator")
    record Settings(String username, String name, String initialPassword) {

        /** Without name and password. */
        @Override
        public String toString() {
            return "Settings[" + username + "]";
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.username() == null || settings.username().isBlank() || !accounts.none()) {
            return;
        }
        NewAccount administrator = new NewAccount(
                settings.username(), settings.name(), Role.ADMINISTRATOR, Scope.ofProvince());
        String password = settings.initialPassword() == null ? "" : settings.initialPassword();
        try {
            opening.open(administrator, password, true, Actor.system());
            log.info("The first account is open: administrator {}, whose password must be changed.", settings.username());
        } catch (UsernameTaken another) {
            log.info("Another instance opened the first account.");
        } catch (FieldsRefused e) {
            throw new IllegalStateException("zhengxun.admin.first-administrator cannot be used: "
                    + e.flaws().stream().map(flaw -> flaw.field() + " (" + flaw.code() + ")").collect(Collectors.joining(", ")));
        }
    }
}
