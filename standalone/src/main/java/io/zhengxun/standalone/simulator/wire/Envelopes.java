package io.zhengxun.standalone.simulator.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.apache.commons.lang3.RandomStringUtils;

/**
 * Signs and encrypts as the platform does (wechat-platform.md 1.2–1.5), with WxJava's crypto, so that the bot's own
 * implementation is held against a foreign one. Safe for use by many threads.
 */
public final class Envelopes {

    private static final int RANDOM_PREFIX = 16;

    private final Account account;

    public Envelopes(Account account) {
        this.account = account;
    }

    /** The GET by which the platform checks a newly set URL. */
    public SealedPush verification(Stamp stamp, String echo) {
        return new SealedPush(signedQuery(stamp) + "&echostr=" + encoded(echo), "");
    }

    /** A push of this message in the account's mode. */
    public SealedPush seal(String openId, String plainXml, Stamp stamp) {
        String query = signedQuery(stamp) + "&openid=" + encoded(openId);
        if (account.mode() == Mode.PLAIN) {
            return new SealedPush(query, plainXml);
        }
        String cipher = encrypted(plainXml);
        String signature = SHA1.gen(account.token(), stamp.timestamp(), stamp.nonce(), cipher);
        return new SealedPush(query + "&encrypt_type=aes&msg_signature=" + signature, body(plainXml, cipher));
    }

    private String body(String plainXml, String cipher) {
        String encrypt = "<Encrypt><![CDATA[" + cipher + "]]></Encrypt></xml>";
        if (account.mode() == Mode.COMPATIBLE) {
            return plainXml.substring(0, plainXml.length() - "</xml>".length()) + encrypt;
        }
        return "<xml><ToUserName><![CDATA[" + account.originalId() + "]]></ToUserName>" + encrypt;
    }

    private String encrypted(String plainXml) {
        return new WxCryptUtil(account.token(), account.aesKey(), account.appId())
                .encrypt(RandomStringUtils.secure().nextAlphanumeric(RANDOM_PREFIX), plainXml);
    }

    private String signedQuery(Stamp stamp) {
        String signature = SHA1.gen(account.token(), stamp.timestamp(), stamp.nonce());
        return "signature=" + signature + "&timestamp=" + stamp.timestamp() + "&nonce=" + stamp.nonce();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
