package io.zhengxun.bot.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** WeChat's signature: SHA-1 over the token and some values, sorted by bytes and joined without separators. */
public final class CallbackSignature {

    private final byte[] token;

    public CallbackSignature(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** The signature over timestamp and nonce, and the cipher text where there is one, in lower-case hexadecimal. */
    public String of(String... signed) {
        byte[][] parts = new byte[signed.length + 1][];
        for (int i = 0; i < signed.length; i++) {
            parts[i] = signed[i].getBytes(StandardCharsets.UTF_8);
        }
        parts[signed.length] = token;
        Arrays.sort(parts, Arrays::compareUnsigned);
        MessageDigest sha1 = sha1();
        for (byte[] part : parts) {
            sha1.update(part);
        }
        return HexFormat.of().formatHex(sha1.digest());
    }

    /** Compares in constant time, so that nobody can guess a signature byte by byte. */
    public boolean matches(String claimed, String... signed) {
        return MessageDigest.isEqual(
                of(signed).getBytes(StandardCharsets.US_ASCII), claimed.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
