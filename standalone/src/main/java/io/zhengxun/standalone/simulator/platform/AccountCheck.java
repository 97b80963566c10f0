package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.standalone.simulator.wire.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Lets those pass who know the account's id and secret. */
@Component
class AccountCheck {

    private final Account account;

    AccountCheck(Account account) {
        this.account = account;
    }

    void check(String appId, String secret) {
        if (appId.isEmpty()) {
            throw new PlatformError(PlatformError.APP_ID_MISSING);
        }
        if (secret.isEmpty()) {
            throw new PlatformError(PlatformError.SECRET_MISSING);
        }
        if (!appId.equals(account.appId())) {
            throw new PlatformError(PlatformError.BAD_APP_ID);
        }
        if (!MessageDigest.isEqual(bytes(secret), bytes(account.secret()))) {
            throw new PlatformError(PlatformError.BAD_SECRET);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
