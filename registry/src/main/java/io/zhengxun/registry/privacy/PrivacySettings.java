package io.zhengxun.registry.privacy;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of personal data (Q6), Base64, by key id (1–32767): 16 bytes for encryption (SM4), 32 for blind indexes
 * (HMAC-SM3). All ids read, so that keys can rotate. A start without keys is refused.
 *
 * @param writingEncryptionKey id of the key that seals; unset for the highest. While instances with different keys run, it must
 *     be one that all of them have
 * @param writingIndexKey id of the key of new indexes and fingerprints; likewise
 */
@ConfigurationProperties("zhengxun.privacy")
public record PrivacySettings(
        Map<Integer, String> encryptionKeys,
        Map<Integer, String> indexKeys,
        Integer writingEncryptionKey,
        Integer writingIndexKey) {

    static final int ENCRYPTION_KEY_BYTES = 16;
    static final int INDEX_KEY_BYTES = 32;

    public PrivacySettings {
        encryptionKeys = encryptionKeys == null ? Map.of() : Map.copyOf(encryptionKeys);
        indexKeys = indexKeys == null ? Map.of() : Map.copyOf(indexKeys);
    }

    TreeMap<Integer, byte[]> decodedEncryptionKeys() {
        return decoded("encryption-keys", encryptionKeys, ENCRYPTION_KEY_BYTES);
    }

    TreeMap<Integer, byte[]> decodedIndexKeys() {
        return decoded("index-keys", indexKeys, INDEX_KEY_BYTES);
    }

    int encryptionKeyThatWrites() {
        return writing("encryption-keys", decodedEncryptionKeys(), writingEncryptionKey);
    }

    int indexKeyThatWrites() {
        return writing("index-keys", decodedIndexKeys(), writingIndexKey);
    }

    private static int writing(String setting, TreeMap<Integer, byte[]> keys, Integer wished) {
        if (wished != null && !keys.containsKey(wished)) {
            throw new UnusableKeys("Key " + wished + " of " + setting + " is to write, but is not configured.", setting, 0);
        }
        return wished == null ? keys.lastKey() : wished;
    }

    private static TreeMap<Integer, byte[]> decoded(String setting, Map<Integer, String> keys, int bytes) {
        TreeMap<Integer, byte[]> decoded = new TreeMap<>();
        keys.forEach((id, text) -> decoded.put(checkedId(setting, id), decodedKey(setting, id, text, bytes)));
        if (decoded.isEmpty()) {
            throw new UnusableKeys("zhengxun.privacy." + setting + " has no key.", setting, bytes);
        }
        return decoded;
    }

    private static int checkedId(String setting, int id) {
        if (id < 1 || id > Short.MAX_VALUE) {
            throw new UnusableKeys("Key id " + id + " of " + setting + " is not within 1–32767.", setting, 0);
        }
        return id;
    }

    private static byte[] decodedKey(String setting, int id, String text, int bytes) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UnusableKeys("Key " + id + " of " + setting + " is not Base64.", setting, bytes);
        }
        if (key.length != bytes) {
            throw new UnusableKeys(
                    "Key " + id + " of " + setting + " has " + key.length + " bytes, not " + bytes + ".", setting, bytes);
        }
        return key;
    }

    @Override
    public String toString() {
        return "PrivacySettings[encryption keys " + encryptionKeys.keySet() + ", index keys " + indexKeys.keySet() + "]";
    }
}
