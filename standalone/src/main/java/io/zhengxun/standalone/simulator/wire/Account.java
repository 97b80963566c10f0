package io.zhengxun.standalone.simulator.wire;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An account as the platform knows it. Bound to the applications' settings by its own record, so that a mistake in their
 * reading of them shows.
 */
public record Account(String appId, String token, String aesKey, String secret, @DefaultValue("safe") Mode mode) {

    /** ToUserName of what is pushed, FromUserName of what comes back; each account has its own. */
    public String originalId() {
        return "gh_%012x".formatted(appId.hashCode() & 0xffffffffL);
    }

    /** The same account with a token that the bot does not know: everything signed with it is signed wrongly. */
    public Account withUnknownToken() {
        return new Account(appId, token + "x", aesKey, secret, mode);
    }

    @Override
    public String toString() {
        return "Account[" + appId + ", " + mode + "]";
    }
}
