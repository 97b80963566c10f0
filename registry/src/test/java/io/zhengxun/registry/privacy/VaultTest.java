package io.zhengxun.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Q6: personal data sealed at rest, found by blind index. */
class VaultTest {

    private static final String KEY_ONE = base64(16, 1);
    private static final String KEY_TWO = base64(16, 2);
    private static final String INDEX_ONE = base64(32, 3);
    private static final String INDEX_TWO = base64(32, 4);

    private final Vault vault = new Vault(settings(Map.of(1, KEY_ONE), Map.of(1, INDEX_ONE)));

    @ParameterizedTest
    @ValueSource(strings = {"", "陈甲子", "44009919620101001X", "欧阳·示例 and a longer text with several blocks of cipher text in it"})
    void what_was_sealed_opens_again(String plain) {
        assertThat(vault.open(vault.seal(plain))).isEqualTo(plain);
    }

    @Test
    void the_same_text_is_never_sealed_alike() {
        Set<String> sealed = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            sealed.add(Base64.getEncoder().encodeToString(vault.seal("陈甲子")));
        }
        assertThat(sealed).hasSize(1000);
    }

    @Test
    void every_changed_bit_is_refused() {
        byte[] sealed = vault.seal("44009919620101001X");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(changed)).isInstanceOf(SealBroken.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 14, 29})
    void a_cut_value_is_refused(int length) {
        byte[] cut = Arrays.copyOf(vault.seal("陈甲子"), length);
        assertThatThrownBy(() -> vault.open(cut)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_sealed_value_is_sm4_gcm_with_key_id_and_nonce_in_front() throws GeneralSecurityException {
        byte[] sealed = vault.seal("陈甲子");

        assertThat(sealed[0] << 8 | sealed[1]).isEqualTo(1);
        Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", new BouncyCastleProvider());
        byte[] key = Base64.getDecoder().decode(KEY_ONE);
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "SM4"),
                new GCMParameterSpec(128, Arrays.copyOfRange(sealed, 2, 14)));
        byte[] opened = cipher.doFinal(sealed, 14, sealed.length - 14);
        assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo("陈甲子");
    }

    @Test
    void a_blind_index_is_hmac_sm3_over_label_and_canonical_form() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSM3", new BouncyCastleProvider());
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(INDEX_ONE), "HmacSM3"));
        byte[] expected = mac.doFinal("name\0陈甲子".getBytes(StandardCharsets.UTF_8));

        assertThat(vault.index(PersonName.of("陈甲子"))).isEqualTo(Arrays.copyOf(expected, 16));
    }

    @Test
    void a_value_is_found_whatever_way_it_was_typed() {
        PersonName typed = PersonName.read("阿依夏木•艾力").accepted().orElseThrow();
        PersonName stored = PersonName.of("阿依夏木·艾力");

        assertThat(vault.index(typed)).isEqualTo(vault.index(stored));
    }

    @Test
    void equal_characters_of_different_kinds_do_not_match() {
        assertThat(vault.fingerprint("name", "AB123456")).isNotEqualTo(vault.fingerprint("id-number", "AB123456"));
    }

    @Test
    void after_a_rotation_old_values_open_and_new_ones_use_the_new_key() {
        byte[] before = vault.seal("陈甲子");
        Vault rotated = new Vault(
                settings(Map.of(1, KEY_ONE, 2, KEY_TWO), Map.of(1, INDEX_ONE, 2, INDEX_TWO)));

        assertThat(rotated.open(before)).isEqualTo("陈甲子");
        byte[] after = rotated.seal("陈甲子");
        assertThat(after[1]).isEqualTo((byte) 2);
        assertThatThrownBy(() -> vault.open(after)).isInstanceOf(SealBroken.class).hasMessageContaining("key 2");
    }

    @Test
    void after_a_rotation_a_look_up_asks_for_the_index_under_every_key() {
        IdNumber id = IdNumber.of(IdType.PASSPORT, "E12345678");
        Vault rotated = new Vault(
                settings(Map.of(1, KEY_ONE), Map.of(1, INDEX_ONE, 2, INDEX_TWO)));

        assertThat(rotated.indexKey()).isEqualTo(2);
        assertThat(rotated.indexes(id)).hasSize(2);
        assertThat(rotated.indexes(id).get(0)).isEqualTo(rotated.index(id));
        assertThat(rotated.indexes(id).get(1)).isEqualTo(vault.index(id));
    }

    @Test
    void a_stamp_fits_its_value_under_its_label_only_and_survives_a_rotation() {
        byte[] value = {1, 2, 3};
        byte[] stamp = vault.stamp("head", value);
        Vault rotated = new Vault(settings(Map.of(1, KEY_ONE), Map.of(1, INDEX_ONE, 2, INDEX_TWO)));
        Vault stranger = new Vault(settings(Map.of(1, KEY_ONE), Map.of(1, INDEX_TWO)));

        assertThat(stamp).hasSize(34);
        assertThat(vault.stampFits(stamp, "head", value)).isTrue();
        assertThat(rotated.stampFits(stamp, "head", value)).isTrue();
        assertThat(rotated.stamp("head", value)[1]).isEqualTo((byte) 2);
        assertThat(vault.stampFits(rotated.stamp("head", value), "head", value)).isFalse();
        assertThat(vault.stampFits(stamp, "other", value)).isFalse();
        assertThat(vault.stampFits(stamp, "head", new byte[] {1, 2})).isFalse();
        assertThat(stranger.stampFits(stamp, "head", value)).isFalse();
        assertThat(vault.stampFits(new byte[1], "head", value)).isFalse();
    }

    @Test
    void a_start_without_keys_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> new Vault(settings(Map.of(), Map.of(1, INDEX_ONE))))
                .isInstanceOfSatisfying(UnusableKeys.class, refusal -> assertThat(refusal.remedy())
                        .contains("ZHENGXUN_PRIVACY_ENCRYPTIONKEYS_1")
                        .contains("openssl rand -base64 16"));
        assertThatThrownBy(() -> new Vault(settings(Map.of(1, KEY_ONE), null)))
                .isInstanceOfSatisfying(UnusableKeys.class, refusal -> assertThat(refusal.remedy())
                        .contains("ZHENGXUN_PRIVACY_INDEXKEYS_1"));
    }

    @Test
    void a_malformed_key_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> new Vault(settings(Map.of(1, INDEX_ONE), Map.of(1, INDEX_ONE))))
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("32 bytes, not 16")
                .hasMessageNotContaining(INDEX_ONE);
        assertThatThrownBy(() -> new Vault(settings(Map.of(1, "!secret!"), Map.of(1, INDEX_ONE))))
                .isInstanceOf(UnusableKeys.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new Vault(settings(Map.of(0, KEY_ONE), Map.of(1, INDEX_ONE))))
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("Key id 0");
    }

    @Test
    void settings_do_not_show_their_keys() {
        assertThat(settings(Map.of(1, KEY_ONE), Map.of(7, INDEX_ONE)).toString())
                .contains("[1]", "[7]")
                .doesNotContain(KEY_ONE, INDEX_ONE);
    }

    @Test
    void in_the_first_round_of_a_rotation_the_new_key_reads_and_the_old_one_writes() {
        IdNumber id = IdNumber.of(IdType.PASSPORT, "E12345678");
        Map<Integer, String> keys = Map.of(1, KEY_ONE, 2, KEY_TWO);
        Map<Integer, String> indexKeys = Map.of(1, INDEX_ONE, 2, INDEX_TWO);
        Vault first = new Vault(new PrivacySettings(keys, indexKeys, 1, 1));
        Vault second = new Vault(new PrivacySettings(keys, indexKeys, 2, 2));

        assertThat(vault.open(first.seal("陈甲子"))).isEqualTo("陈甲子");
        assertThat(first.open(second.seal("陈甲子"))).isEqualTo("陈甲子");
        assertThat(first.indexKey()).isEqualTo(1);
        assertThat(first.index(id)).isEqualTo(vault.index(id));
        assertThat(first.fingerprint("limit-user", "o")).isEqualTo(vault.fingerprint("limit-user", "o"));
        assertThat(first.indexes(id)).containsExactly(vault.index(id), second.index(id));
        assertThat(second.indexes(id)).containsExactly(second.index(id), vault.index(id));
    }

    @Test
    void a_writing_key_that_is_not_there_refuses_the_start() {
        assertThatThrownBy(() -> new Vault(new PrivacySettings(Map.of(1, KEY_ONE), Map.of(1, INDEX_ONE), 2, null)))
                .isInstanceOf(UnusableKeys.class)
                .hasMessage("Key 2 of encryption-keys is to write, but is not configured.");
        assertThatThrownBy(() -> new Vault(new PrivacySettings(Map.of(1, KEY_ONE), Map.of(1, INDEX_ONE), null, 3)))
                .isInstanceOf(UnusableKeys.class)
                .hasMessage("Key 3 of index-keys is to write, but is not configured.");
    }

    private static PrivacySettings settings(Map<Integer, String> keys, Map<Integer, String> indexKeys) {
        return new PrivacySettings(keys, indexKeys, null, null);
    }

    private static String base64(int bytes, int fill) {
        byte[] key = new byte[bytes];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
