package io.zhengxun.wechat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The official account that the bot speaks for, checked when the application starts.
 *
 * @param token what signatures are made with, 3–32 letters and digits
 * @param aesKey the EncodingAESKey, 43 letters and digits; may be empty in plain mode
 * @param previousAesKey the key before the last change, with which WeChat may still encrypt for a while; may be empty
 * @param secret what access tokens are asked with
 * @param apiBaseUrl where WeChat's API is; another than https://api.weixin.qq.com for tests and the simulator only
 * @param openBaseUrl where web pages learn who looks at them: https://open.weixin.qq.com
 * @param siteBaseUrl where images of QR codes are: https://mp.weixin.qq.com
 * @throws InvalidWeChatAccount naming the environment variables that are missing or malformed
 */
@ConfigurationProperties("zhengxun.wechat.mp")
public record WeChatAccount(
        String appId, String token, String aesKey, String previousAesKey, String secret, Mode mode, String apiBaseUrl,
        String openBaseUrl, String siteBaseUrl) {

    /** How messages travel, as chosen in WeChat's console. */
    public enum Mode {
        /** Encrypted only: a plain body is refused, since its signature does not cover it. */
        SAFE,
        /** Both forms in one body; the query says which one is meant. */
        COMPATIBLE,
        /** Never encrypted. */
        PLAIN
    }

    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9]{6,32}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");
    private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9]{43}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{8,128}");

    public WeChatAccount {
        mode = mode == null ? Mode.SAFE : mode;
        aesKey = aesKey == null ? "" : aesKey;
        previousAesKey = previousAesKey == null ? "" : previousAesKey;
        boolean keyMayBeMissing = mode == Mode.PLAIN && aesKey.isEmpty();
        List<String> flaws = new ArrayList<>();
        check(flaws, "WECHAT_MP_APP_ID", fits(APP_ID, appId), "6 to 32 letters and digits");
        check(flaws, "WECHAT_MP_TOKEN", fits(TOKEN, token), "3 to 32 letters and digits");
        check(flaws, "WECHAT_MP_AES_KEY", keyMayBeMissing || fits(AES_KEY, aesKey), "exactly 43 letters and digits");
        check(flaws, "WECHAT_MP_AES_KEY_PREVIOUS", previousAesKey.isEmpty() || fits(AES_KEY, previousAesKey),
                "empty or exactly 43 letters and digits");
        check(flaws, "WECHAT_MP_SECRET", fits(SECRET, secret), "the account's AppSecret");
        check(flaws, "WECHAT_MP_API_BASE_URL", isWebAddress(apiBaseUrl), "an http or https address");
        check(flaws, "WECHAT_MP_OPEN_BASE_URL", isWebAddress(openBaseUrl), "an http or https address");
        check(flaws, "WECHAT_MP_SITE_BASE_URL", isWebAddress(siteBaseUrl), "an http or https address");
        if (!flaws.isEmpty()) {
            throw new InvalidWeChatAccount(flaws);
        }
    }

    private static void check(List<String> flaws, String variable, boolean good, String expected) {
        if (!good) {
            flaws.add(variable + " is missing or malformed: expected " + expected);
        }
    }

    private static boolean fits(Pattern form, String value) {
        return value != null && form.matcher(value).matches();
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value == null ? "" : value);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The id only: everything else opens the account. */
    @Override
    public String toString() {
        return "WeChatAccount[appId=" + appId + ", mode=" + mode + "]";
    }
}
