package io.zhengxun.standalone.simulator.wire;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The accounts that the platform plays for.
 *
 * @param mp the official account
 * @param mini the mini-program; without an app id there is none
 */
@ConfigurationProperties("zhengxun.wechat")
public record Accounts(Account mp, Account mini) {

    /** All there are, the official one first. */
    public List<Account> all() {
        return Stream.of(mp, mini).filter(Accounts::exists).toList();
    }

    public boolean hasMini() {
        return exists(mini);
    }

    /** Whether this is the mini-program. */
    public boolean isMini(Account account) {
        return exists(mini) && mini.appId().equals(account.appId());
    }

    private static boolean exists(Account account) {
        return account != null && account.appId() != null && !account.appId().isEmpty();
    }
}
