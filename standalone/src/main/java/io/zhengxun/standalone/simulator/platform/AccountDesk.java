package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Accounts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Knows who calls: each account by its id and secret, or by one of its own tokens. */
@Component
public class AccountDesk {

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, AccessTokens> tokens = new LinkedHashMap<>();

    AccountDesk(Accounts known, Clock clock) {
        known.all().forEach(account -> {
            accounts.put(account.appId(), account);
            tokens.put(account.appId(), new AccessTokens(clock));
        });
    }

    /** The account of this id and secret. */
    public Account enter(String appId, String secret) {
        if (appId.isEmpty()) {
            throw new PlatformError(PlatformError.APP_ID_MISSING);
        }
        if (secret.isEmpty()) {
            throw new PlatformError(PlatformError.SECRET_MISSING);
        }
        Account account = accounts.get(appId);
        if (account == null) {
            throw new PlatformError(PlatformError.BAD_APP_ID);
        }
        if (!MessageDigest.isEqual(bytes(secret), bytes(account.secret()))) {
            throw new PlatformError(PlatformError.BAD_SECRET);
        }
        return account;
    }

    AccessTokens tokensOf(Account account) {
        return tokens.get(account.appId());
    }

    /** The account whose token this is. */
    Account identify(String token) {
        if (token.isEmpty()) {
            throw new PlatformError(PlatformError.TOKEN_MISSING);
        }
        for (Map.Entry<String, AccessTokens> line : tokens.entrySet()) {
            if (line.getValue().accepts(token)) {
                return accounts.get(line.getKey());
            }
        }
        throw new PlatformError(PlatformError.INVALID_CREDENTIAL);
    }

    /** From now on every token issued so far is expired. */
    void expireAll() {
        tokens.values().forEach(AccessTokens::expireAll);
    }

    /** Forgets every token issued so far: calls with one are refused as with an invented one. */
    void forgetAll() {
        tokens.values().forEach(AccessTokens::forgetAll);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
