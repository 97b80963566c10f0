package io.zhengxun.bot.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's message cipher: AES-256-CBC over {@code random(16) | length(4) | message | app id}, padded to a multiple of 32.
 *
 * <p>The cipher text is covered by the message signature, which is checked before anything is decrypted: without it the
 * different refusals below would tell an attacker about the padding.
 */
public final class MessageCipher {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int LENGTH = 4;

    private final byte[] appId;
    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param encodingAesKeys the current key and then the previous ones: after a change WeChat may go on with the old one
     */
    public MessageCipher(String appId, List<String> encodingAesKeys) {
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
        this.keys = encodingAesKeys.stream().map(Key::of).toList();
    }

    /** A decrypted message and the key that opened it, with which the reply has to be encrypted. */
    public record Opened(byte[] message, Key key) {}

    /** One EncodingAESKey. */
    public static final class Key {

        private final SecretKeySpec aes;
        private final IvParameterSpec iv;

        private Key(byte[] bytes) {
            aes = new SecretKeySpec(bytes, "AES");
            iv = new IvParameterSpec(bytes, 0, RANDOM);
        }

        private static Key of(String encodingAesKey) {
            return new Key(Base64.getDecoder().decode(encodingAesKey + "="));
        }

        private byte[] run(int cipherMode, byte[] input) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(cipherMode, aes, iv);
            return cipher.doFinal(input);
        }
    }

    /**
     * @throws BadMessage when no key opens it
     * @throws ForeignAppId when it opens but was made for another account
     */
    public Opened decrypt(String base64) {
        byte[] cipherText = decode(base64);
        ForeignAppId foreign = null;
        for (Key key : keys) {
            try {
                return new Opened(open(cipherText, key), key);
            } catch (ForeignAppId e) {
                foreign = e;
            } catch (BadMessage e) {
                // Perhaps the other key.
            }
        }
        throw foreign != null ? foreign : new BadMessage("cipher text cannot be opened");
    }

    /** Encrypts for our account, as base64. */
    public String encrypt(byte[] message, Key key) {
        int used = RANDOM + LENGTH + message.length + appId.length;
        int padding = BLOCK - used % BLOCK;
        byte[] salt = new byte[RANDOM];
        random.nextBytes(salt);
        byte[] plain = ByteBuffer.allocate(used + padding)
                .put(salt).putInt(message.length).put(message).put(appId).array();
        Arrays.fill(plain, used, plain.length, (byte) padding);
        try {
            return Base64.getEncoder().encodeToString(key.run(Cipher.ENCRYPT_MODE, plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not usable", e);
        }
    }

    /** The key for messages that we begin ourselves. */
    public Key currentKey() {
        return keys.get(0);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new BadMessage("cipher text is not base64");
        }
    }

    private byte[] open(byte[] cipherText, Key key) {
        if (cipherText.length < BLOCK || cipherText.length % RANDOM != 0) {
            throw new BadMessage("cipher text has an impossible length");
        }
        byte[] plain;
        try {
            plain = key.run(Cipher.DECRYPT_MODE, cipherText);
        } catch (GeneralSecurityException e) {
            throw new BadMessage("cipher text cannot be opened");
        }
        int end = withoutPadding(plain);
        int length = ByteBuffer.wrap(plain, RANDOM, LENGTH).getInt();
        if (length < 0 || length > end - RANDOM - LENGTH) {
            throw new BadMessage("cipher text has an impossible length");
        }
        int start = RANDOM + LENGTH;
        // WxJava leaves this comparison out: a message encrypted for another account must not pass as ours.
        if (!MessageDigest.isEqual(Arrays.copyOfRange(plain, start + length, end), appId)) {
            throw new ForeignAppId();
        }
        return Arrays.copyOfRange(plain, start, start + length);
    }

    private static int withoutPadding(byte[] plain) {
        int padding = plain[plain.length - 1];
        int end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < RANDOM + LENGTH) {
            throw new BadMessage("cipher text has an impossible padding");
        }
        for (int i = end; i < plain.length; i++) {
            if (plain[i] != padding) {
                throw new BadMessage("cipher text has an impossible padding");
            }
        }
        return end;
    }
}
