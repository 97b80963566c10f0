package io.zhengxun.wechat;

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

    public WeChatAccount {
        mode = mode == null ? Mode.SAFE : mode;
        aesKey = aesKey == null ? "" : aesKey;
        previousAesKey = previousAesKey == null ? "" : previousAesKey;
        new SettingFlaws("WECHAT_MP_")
                .appId(appId)
                .token(token)
                .aesKeys(aesKey, previousAesKey, mode)
                .secret(secret)
                .webAddress("API_BASE_URL", apiBaseUrl)
                .webAddress("OPEN_BASE_URL", openBaseUrl)
                .webAddress("SITE_BASE_URL", siteBaseUrl)
                .refuse();
    }

    /** The id only: everything else opens the account. */
    @Override
    public String toString() {
        return "WeChatAccount[appId=" + appId + ", mode=" + mode + "]";
    }
}
