package io.zhengxun.wechat;

import io.zhengxun.registry.privacy.SealBroken;
import io.zhengxun.registry.privacy.Vault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.redisson.api.RBucket;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.ByteArrayCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account's token as all instances of all applications share it: sealed in Redis, renewed by one of them at a time. While
 * Redis is away each asks WeChat itself, which answers the same token to all.
 */
class SharedTokens {

    private static final Logger LOG = LoggerFactory.getLogger(SharedTokens.class);
    private static final Duration LOCK_WAIT = Duration.ofSeconds(3);

    /** Longer than asking can take, so that only a killed instance's lock ends by it. */
    private static final Duration LOCK_LEASE = Duration.ofSeconds(20);

    private final TokenSource source;
    private final Vault vault;
    private final RBucket<byte[]> bucket;
    private final RLock lock;
    private final AtomicBoolean away = new AtomicBoolean();

    SharedTokens(TokenSource source, Vault vault, RedissonClient redisson, String appId) {
        this.source = source;
        this.vault = vault;
        this.bucket = redisson.getBucket("zhengxun:wechat:token:" + appId, ByteArrayCodec.INSTANCE);
        this.lock = redisson.getLock("zhengxun:wechat:token-lock:" + appId);
    }

    /**
     * The shared token, or a new one if there is none or only the refused one.
     *
     * @param refused empty if none was
     * @throws WeChatFailure if WeChat gives none
     */
    Token take(String refused) {
        Optional<Token> shared = read(refused);
        if (shared.isPresent()) {
            return shared.get();
        }
        boolean locked = locked();
        try {
            // Another instance may have renewed it while we waited.
            return (locked ? read(refused) : Optional.<Token>empty()).orElseGet(this::renewed);
        } finally {
            if (locked) {
                unlock();
            }
        }
    }

    private Token renewed() {
        Token token = source.ask();
        try {
            byte[] sealed = vault.seal(token.grace().toSeconds() + " " + token.value());
            bucket.set(sealed, token.fresh());
        } catch (RedisException e) {
            away(e);
        }
        return token;
    }

    private Optional<Token> read(String refused) {
        try {
            byte[] sealed = bucket.get();
            long millis = sealed == null ? 0 : bucket.remainTimeToLive();
            back();
            return millis <= 0 ? Optional.empty()
                    : opened(sealed, Duration.ofMillis(millis)).filter(token -> !token.value().equals(refused));
        } catch (RedisException e) {
            away(e);
            return Optional.empty();
        }
    }

    private Optional<Token> opened(byte[] sealed, Duration fresh) {
        try {
            String[] parts = vault.open(sealed).split(" ", 2);
            return Optional.of(new Token(parts[1], fresh, Duration.ofSeconds(Long.parseLong(parts[0]))));
        } catch (SealBroken e) {
            // Sealed by an instance whose key this one does not have (yet).
            return Optional.empty();
        }
    }

    /** Without the lock nothing goes wrong: WeChat is asked once more than needed. */
    private boolean locked() {
        if (away.get()) {
            return false;
        }
        try {
            return lock.tryLock(LOCK_WAIT.toMillis(), LOCK_LEASE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RedisException e) {
            away(e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void unlock() {
        try {
            lock.unlock();
        } catch (RedisException | IllegalMonitorStateException e) {
            LOG.debug("The lock of the access token ends by its lease.");
        }
    }

    private void away(RedisException failure) {
        if (away.compareAndSet(false, true)) {
            LOG.warn("Redis is away ({}); WeChat's access token is asked for by each instance.",
                    failure.getClass().getSimpleName());
        }
    }

    private void back() {
        if (away.get() && away.compareAndSet(true, false)) {
            LOG.info("Redis answers again; WeChat's access token is shared between instances.");
        }
    }
}
