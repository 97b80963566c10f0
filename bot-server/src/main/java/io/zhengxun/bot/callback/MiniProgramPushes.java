package io.zhengxun.bot.callback;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the mini-program's pushes come, as set in its console: format XML, mode safe. Without an app id, or without a token, there
 * are none.
 *
 * @param aesKey the EncodingAESKey, 43 letters and digits
 * @param previousAesKey the key before the last change; may be empty
 * @throws IllegalArgumentException naming the environment variable that is malformed, never its value
 */
@ConfigurationProperties("zhengxun.wechat.mini")
record MiniProgramPushes(String appId, String token, String aesKey, String previousAesKey) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");
    private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9]{43}");

    MiniProgramPushes {
        appId = appId == null ? "" : appId;
        token = token == null ? "" : token;
        aesKey = aesKey == null ? "" : aesKey;
        previousAesKey = previousAesKey == null ? "" : previousAesKey;
        if (!appId.isEmpty() && !token.isEmpty()) {
            require(TOKEN, token, "WECHAT_MINI_TOKEN", "3 to 32 letters and digits");
            require(AES_KEY, aesKey, "WECHAT_MINI_AES_KEY", "exactly 43 letters and digits");
            if (!previousAesKey.isEmpty()) {
                require(AES_KEY, previousAesKey, "WECHAT_MINI_AES_KEY_PREVIOUS", "empty or exactly 43 letters and digits");
            }
        }
    }

    private static void require(Pattern form, String value, String variable, String expected) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(variable + " is malformed: expected " + expected);
        }
    }

    boolean areExpected() {
        return !appId.isEmpty() && !token.isEmpty();
    }

    @Override
    public String toString() {
        return "MiniProgramPushes[appId=" + appId + "]";
    }
}
