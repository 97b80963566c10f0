package io.zhengxun.bot.lookup;

import io.zhengxun.bot.dialog.DialogSettings;
import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.registry.privacy.SealBroken;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.wechat.OpenId;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which certificate a person was shown last, for a few minutes and sealed: what the person taps cannot be trusted to say it, since
 * anybody can type it. Redis may lose it; then the person looks it up again.
 */
@Component
class LastShown {

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;
    private final Vault vault;
    private final DialogSettings settings;

    LastShown(RedisTemplate<String, byte[]> redis, RedisGate gate, Vault vault, DialogSettings settings) {
        this.redis = redis;
        this.gate = gate;
        this.vault = vault;
        this.settings = settings;
    }

    /** Keeps its id; false when Redis is away and nothing could be kept. */
    boolean remember(OpenId user, long certificateId) {
        byte[] sealed = vault.seal(String.valueOf(certificateId));
        return gate.ask(() -> {
                    redis.opsForValue().set(key(user), sealed, settings.keptFor());
                    return true;
                })
                .orElse(false);
    }

    /** Its id: an empty one inside when there is none, nothing at all when Redis is away. */
    Optional<Optional<Long>> recall(OpenId user) {
        return gate.ask(() -> Optional.ofNullable(redis.opsForValue().get(key(user))))
                .map(found -> found.flatMap(this::opened));
    }

    void forget(OpenId user) {
        gate.ask(() -> redis.delete(key(user)));
    }

    private Optional<Long> opened(byte[] sealed) {
        try {
            return Optional.of(Long.valueOf(vault.open(sealed)));
        } catch (SealBroken e) {
            return Optional.empty();
        }
    }

    private String key(OpenId user) {
        return "zhengxun:shown:" + HexFormat.of().formatHex(vault.fingerprint("shown", user.value()));
    }
}
