package io.zhengxun.registry.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/**
 * Seals personal data and makes it findable without opening it (Q6).
 *
 * <p>Sealed form: key id (2 bytes), nonce (12, random), SM4-GCM cipher text with its tag (16). The same text sealed
 * twice differs; a changed byte is refused. Blind indexes are the first 16 bytes of HMAC-SM3 over a label and the
 * value, so that a name and an ID number of the same characters do not match. Safe for use by many threads.
 */
@Component
public class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = Short.BYTES + NONCE_BYTES;
    private static final int INDEX_BYTES = 16;

    private final NavigableMap<Integer, KeyParameter> encryptionKeys;
    private final NavigableMap<Integer, KeyParameter> indexKeys;
    private final int sealingKey;
    private final int indexingKey;
    private final SecureRandom random = new SecureRandom();

    Vault(PrivacySettings settings) {
        this.encryptionKeys = parameters(settings.decodedEncryptionKeys());
        this.indexKeys = parameters(settings.decodedIndexKeys());
        this.sealingKey = settings.encryptionKeyThatWrites();
        this.indexingKey = settings.indexKeyThatWrites();
    }

    private static NavigableMap<Integer, KeyParameter> parameters(TreeMap<Integer, byte[]> keys) {
        return keys.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> new KeyParameter(e.getValue()), (a, b) -> a, TreeMap::new));
    }

    public byte[] seal(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[HEADER_BYTES + plain.length + TAG_BITS / 8];
        ByteBuffer.wrap(sealed).putShort((short) sealingKey).put(nonce);
        AEADParameters parameters = new AEADParameters(encryptionKeys.get(sealingKey), TAG_BITS, nonce);
        transform(true, parameters, plain, 0, plain.length, sealed, HEADER_BYTES);
        return sealed;
    }

    /** @throws SealBroken if the value was changed, cut, or sealed with a key that is no longer configured */
    public String open(byte[] sealed) {
        return new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    /** @throws SealBroken if the value was changed, cut, or sealed with a key that is no longer configured */
    public byte[] openBytes(byte[] sealed) {
        if (sealed.length < HEADER_BYTES + TAG_BITS / 8) {
            throw new SealBroken("A sealed value is too short.");
        }
        int keyId = ByteBuffer.wrap(sealed).getShort();
        KeyParameter key = encryptionKeys.get(keyId);
        if (key == null) {
            throw new SealBroken("A value was sealed with key " + keyId + ", which is not configured.");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, Short.BYTES, HEADER_BYTES);
        byte[] plain = new byte[sealed.length - HEADER_BYTES - TAG_BITS / 8];
        transform(false, new AEADParameters(key, TAG_BITS, nonce), sealed, HEADER_BYTES, sealed.length - HEADER_BYTES, plain, 0);
        return plain;
    }

    private static void transform(
            boolean encrypt, AEADParameters parameters, byte[] in, int from, int length, byte[] out, int to) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, parameters);
        try {
            int written = cipher.processBytes(in, from, length, out, to);
            cipher.doFinal(out, to + written);
        } catch (InvalidCipherTextException e) {
            throw new SealBroken("A sealed value was changed after it was sealed.");
        }
    }

    /** The index under which a value is stored now. */
    public byte[] index(Personal value) {
        return mac(indexKeys.get(indexingKey), value.label(), value.canonical());
    }

    /** The indexes under which a value may be stored: one for each configured key, the current one first. */
    public List<byte[]> indexes(Personal value) {
        Stream<Integer> others = indexKeys.descendingKeySet().stream().filter(id -> id != indexingKey);
        return Stream.concat(Stream.of(indexingKey), others)
                .map(id -> mac(indexKeys.get(id), value.label(), value.canonical()))
                .toList();
    }

    /** The id of the key that {@link #index} uses. */
    public int indexKey() {
        return indexingKey;
    }

    /**
     * A keyed hash (16 bytes) by which a value can be recognised, not learnt: for trails, limits and keys in Redis.
     * Values of different labels never match.
     */
    public byte[] fingerprint(String label, String value) {
        return mac(indexKeys.get(indexingKey), label, value);
    }

    /** The hashes under which a value may stand in a trail: one for each configured key, the current one first. */
    public List<byte[]> fingerprints(String label, String value) {
        Stream<Integer> others = indexKeys.descendingKeySet().stream().filter(id -> id != indexingKey);
        return Stream.concat(Stream.of(indexingKey), others)
                .map(id -> mac(indexKeys.get(id), label, value))
                .toList();
    }

    /**
     * A stamp (34 bytes: key id, whole HMAC-SM3) that nobody makes without the keys: it shows later that a value that is
     * stored in the open is still the same. It survives a rotation of keys.
     */
    public byte[] stamp(String label, byte[] value) {
        byte[] mac = mac(indexKeys.get(indexingKey), label, value);
        return ByteBuffer.allocate(Short.BYTES + mac.length)
                .putShort((short) indexingKey)
                .put(mac)
                .array();
    }

    /** Whether the stamp was made for this value, with whichever of the configured keys. */
    public boolean stampFits(byte[] stamp, String label, byte[] value) {
        if (stamp.length < Short.BYTES) {
            return false;
        }
        KeyParameter key = indexKeys.get((int) ByteBuffer.wrap(stamp).getShort());
        byte[] claimed = Arrays.copyOfRange(stamp, Short.BYTES, stamp.length);
        return key != null && MessageDigest.isEqual(claimed, mac(key, label, value));
    }

    private static byte[] mac(KeyParameter key, String label, String value) {
        return Arrays.copyOf(mac(key, label, value.getBytes(StandardCharsets.UTF_8)), INDEX_BYTES);
    }

    private static byte[] mac(KeyParameter key, String label, byte[] value) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(key);
        byte[] labelBytes = label.getBytes(StandardCharsets.UTF_8);
        mac.update(labelBytes, 0, labelBytes.length);
        mac.update((byte) 0);
        mac.update(value, 0, value.length);
        byte[] full = new byte[mac.getMacSize()];
        mac.doFinal(full, 0);
        return full;
    }
}
