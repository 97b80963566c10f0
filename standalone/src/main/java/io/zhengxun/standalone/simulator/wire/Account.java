package io.zhengxun.standalone.simulator.wire;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The official account as the platform knows it. Bound to the bot's settings by its own record, so that a mistake in the
 * bot's reading of them shows.
 */
@ConfigurationProperties("zhengxun.wechat.mp")
public record Account(String appId, String token, String aesKey, String secret, @DefaultValue("safe") Mode mode) {

    /** The account's original id: ToUserName of what is pushed, FromUserName of what comes back. */
    public static final String ORIGINAL_ID = "gh_2e6f0c5a9d31";

    /** The same account with a token that the bot does not know: everything signed with it is signed wrongly. */
    public Account withUnknownToken() {
        return new Account(appId, token + "x", aesKey, secret, mode);
    }

    @Override
    public String toString() {
        return "Account[" + appId + ", " + mode + "]";
    }
}
