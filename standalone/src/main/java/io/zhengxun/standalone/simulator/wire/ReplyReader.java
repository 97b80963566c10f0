package io.zhengxun.standalone.simulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** Judges what the bot answered as the platform would (wechat-platform.md 1.4, 1.5, 1.6, 3). Safe for many threads. */
public final class ReplyReader {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,13}");
    /** Each reply type, and the element that it cannot do without. */
    private static final Map<String, String> CONTENT = Map.of(
            "text", "Content", "image", "Image", "voice", "Voice", "video", "Video", "music", "Music", "news", "Articles");
    private static final String TO_AGENTS = "transfer_customer_service";
    private static final int LENGTH_OFFSET = 16;
    private static final int MESSAGE_OFFSET = 20;

    private final Account account;

    public ReplyReader(Account account) {
        this.account = account;
    }

    /**
     * What the user would see.
     *
     * @throws InvalidReply if the platform would show "out of service" instead
     */
    public Reply read(int status, byte[] body, String openId) throws InvalidReply {
        if (status != 200) {
            throw new InvalidReply("http-status");
        }
        String raw = utf8(body);
        if (raw.isEmpty() || raw.equals("success")) {
            return Reply.NOTHING;
        }
        FlatXml outer = FlatXml.parse(raw);
        return outer.has("Encrypt") ? checked(opened(outer), openId) : plain(raw, openId);
    }

    private Reply plain(String raw, String openId) throws InvalidReply {
        if (account.mode() == Mode.SAFE) {
            throw new InvalidReply("plain-in-safe-mode");
        }
        return checked(raw, openId);
    }

    private String opened(FlatXml outer) throws InvalidReply {
        if (account.mode() == Mode.PLAIN) {
            throw new InvalidReply("encrypted-in-plain-mode");
        }
        String cipher = outer.text("Encrypt");
        String signature = SHA1.gen(account.token(), known(outer.text("TimeStamp")), known(outer.text("Nonce")), known(cipher));
        if (!signature.equals(outer.text("MsgSignature"))) {
            throw new InvalidReply("bad-signature");
        }
        try {
            String plain = new WxCryptUtil(account.token(), account.aesKey(), account.appId()).decrypt(cipher);
            if (!trailingAppId(cipher).equals(account.appId())) {
                throw new InvalidReply("foreign-app-id");
            }
            return plain;
        } catch (WxRuntimeException | GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidReply("bad-cipher");
        }
    }

    /** SHA1.gen refuses empty parts with an exception of its own. */
    private static String known(String part) throws InvalidReply {
        if (part.isEmpty()) {
            throw new InvalidReply("bad-signature");
        }
        return part;
    }

    /** WxJava's decryption drops the app id at the end, so it is read here once more. */
    private String trailingAppId(String cipher) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(account.aesKey() + "=");
        Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
        byte[] plain = aes.doFinal(Base64.getDecoder().decode(cipher));
        int start = MESSAGE_OFFSET + ByteBuffer.wrap(plain).getInt(LENGTH_OFFSET);
        int padding = plain[plain.length - 1];
        return new String(plain, start, plain.length - padding - start, StandardCharsets.UTF_8);
    }

    private Reply checked(String plainXml, String openId) throws InvalidReply {
        FlatXml xml = FlatXml.parse(plainXml);
        if (!xml.text("ToUserName").equals(openId)) {
            throw new InvalidReply("wrong-recipient");
        }
        if (!xml.text("FromUserName").equals(account.originalId())) {
            throw new InvalidReply("wrong-sender");
        }
        if (!SECONDS.matcher(xml.text("CreateTime")).matches()) {
            throw new InvalidReply("bad-create-time");
        }
        String type = xml.text("MsgType");
        if (!CONTENT.containsKey(type) && !type.equals(TO_AGENTS)) {
            throw new InvalidReply("unknown-type");
        }
        if (!type.equals(TO_AGENTS) && xml.text(CONTENT.get(type)).isEmpty()) {
            throw new InvalidReply("no-content");
        }
        return new Reply(type, xml.text("Content"), plainXml);
    }

    private static String utf8(byte[] body) throws InvalidReply {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidReply("not-utf8");
        }
    }
}
