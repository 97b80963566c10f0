package io.zhengxun.wechat;

import io.zhengxun.wechat.WeChatAccount.Mode;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mini-program, if there is one: all of its settings or none, checked when the application starts. Its API is where the
 * official account's is.
 *
 * @param token what signatures of its pushes are made with
 * @param aesKey the EncodingAESKey of its pushes; may be empty in plain mode
 * @param previousAesKey the key before the last change; may be empty
 * @param secret what access tokens are asked with
 * @throws InvalidWeChatAccount naming the environment variables that are missing or malformed
 */
@ConfigurationProperties("zhengxun.wechat.mini")
public record MiniProgramAccount(
        String appId, String token, String aesKey, String previousAesKey, String secret, Mode mode) {

    public MiniProgramAccount {
        appId = textOf(appId);
        token = textOf(token);
        aesKey = textOf(aesKey);
        previousAesKey = textOf(previousAesKey);
        secret = textOf(secret);
        mode = mode == null ? Mode.SAFE : mode;
        if (Stream.of(appId, token, aesKey, previousAesKey, secret).anyMatch(value -> !value.isEmpty())) {
            new SettingFlaws("WECHAT_MINI_")
                    .appId(appId)
                    .token(token)
                    .aesKeys(aesKey, previousAesKey, mode)
                    .secret(secret)
                    .refuse();
        }
    }

    public boolean isConfigured() {
        return !appId.isEmpty();
    }

    private static String textOf(String value) {
        return value == null ? "" : value;
    }

    /** The id only: everything else opens the account. */
    @Override
    public String toString() {
        return "MiniProgramAccount[appId=" + appId + ", mode=" + mode + "]";
    }
}
