package io.zhengxun.bot.conversation;

import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.privacy.SealBroken;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.wechat.OpenId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Remembers a field for a few minutes until the second one comes: sealed, since it may be a name or an ID number (Q6).
 * Redis may lose it; then the bot asks for both fields again.
 */
@Component
class Dialogs {

    private static final Logger log = LoggerFactory.getLogger(Dialogs.class);

    /** The first part of a stored dialog; another form in a later version gets another one. */
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\t";

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;
    private final Vault vault;
    private final DialogSettings settings;

    Dialogs(RedisTemplate<String, byte[]> redis, RedisGate gate, Vault vault, DialogSettings settings) {
        this.redis = redis;
        this.gate = gate;
        this.vault = vault;
        this.settings = settings;
    }

    /** Keeps the right fields; false when Redis is away and nothing could be kept. */
    boolean remember(OpenId user, TypedFields fields) {
        byte[] sealed = vault.seal(written(fields.accepted()));
        return gate.ask(() -> {
                    redis.opsForValue().set(key(user), sealed, settings.keptFor());
                    return true;
                })
                .orElse(false);
    }

    TypedFields recall(OpenId user) {
        return gate.ask(() -> Optional.ofNullable(redis.opsForValue().get(key(user))))
                .flatMap(Function.identity())
                .flatMap(this::opened)
                .orElse(TypedFields.NONE);
    }

    void forget(OpenId user) {
        gate.ask(() -> redis.delete(key(user)));
    }

    private String key(OpenId user) {
        return "zhengxun:dialog:" + HexFormat.of().formatHex(vault.fingerprint("dialog", user.value()));
    }

    private static String written(TypedFields fields) {
        return String.join(
                SEPARATOR,
                VERSION,
                fields.number().flatMap(Reading::accepted).map(CertificateNumber::value).orElse(""),
                fields.name().flatMap(Reading::accepted).map(PersonName::plain).orElse(""),
                fields.idNumber().flatMap(Reading::accepted).map(id -> id.type().name()).orElse(""),
                fields.idNumber().flatMap(Reading::accepted).map(IdNumber::plain).orElse(""));
    }

    private Optional<TypedFields> opened(byte[] sealed) {
        try {
            String[] parts = vault.open(sealed).split(SEPARATOR, -1);
            return parts[0].equals(VERSION) && parts.length == 5 ? Optional.of(read(parts)) : Optional.empty();
        } catch (SealBroken e) {
            log.warn("A remembered dialog could not be opened; its user is asked again. {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static TypedFields read(String[] parts) {
        return new TypedFields(
                given(parts[1]).map(CertificateNumber::read),
                given(parts[2]).map(PersonName::read),
                given(parts[4]).map(id -> IdNumber.read(IdType.valueOf(parts[3]), id)),
                false);
    }

    private static Optional<String> given(String part) {
        return Optional.of(part).filter(text -> !text.isEmpty());
    }
}
