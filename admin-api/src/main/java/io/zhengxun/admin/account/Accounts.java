package io.zhengxun.admin.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * The accounts from configuration. A start with an unusable one is refused: a missing or doubled name, not exactly one
 * scope, a weak encoding, or a plain password outside of the demo.
 */
@Component
class Accounts implements UserDetailsService {

    private static final Set<String> STRONG = Set.of("bcrypt", "pbkdf2@SpringSecurity_v5_8");
    private static final String PLAIN = "noop";

    private final Map<String, Account> byName = new HashMap<>();

    Accounts(AccountSettings settings, @Value("${zhengxun.demo:false}") boolean demo) {
        for (AccountSettings.Line line : settings.accounts()) {
            Account account = new Account(line.username(), line.password(), checked(line, demo).scope());
            if (byName.putIfAbsent(line.username(), account) != null) {
                throw unusable(line, "is there twice");
            }
        }
    }

    private static AccountSettings.Line checked(AccountSettings.Line line, boolean demo) {
        if (line.username() == null || line.username().isBlank() || line.username().contains(":")) {
            throw unusable(line, "needs a username without colons");
        }
        if (!line.hasOneScope()) {
            throw unusable(line, "needs exactly one of institution, city and province");
        }
        String encoding = encoding(line.password());
        if (!STRONG.contains(encoding) && !(demo && encoding.equals(PLAIN))) {
            throw unusable(line, "needs a password encoded with one of " + STRONG + ", e.g. {bcrypt}$2a$10$…");
        }
        return line;
    }

    private static String encoding(String password) {
        int end = password == null ? -1 : password.indexOf('}');
        return end > 0 && password.charAt(0) == '{' ? password.substring(1, end) : "";
    }

    private static IllegalArgumentException unusable(AccountSettings.Line line, String why) {
        return new IllegalArgumentException("Account " + line.username() + " of zhengxun.admin.accounts " + why + ".");
    }

    @Override
    public Account loadUserByUsername(String username) {
        Account account = byName.get(username);
        if (account == null) {
            throw new UsernameNotFoundException("No such account.");
        }
        return account;
    }
}
