package io.zhengxun.bot.page;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.zhengxun.registry.privacy.Vault;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * How often a network address may ask for pages, in each instance: many phones share an address, so that it is generous, and it
 * only keeps one who tries ids from being a burden. What is seen does not depend on it.
 */
@Component
class PageLimits {

    private static final int MOST_ADDRESSES = 50_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final LoadingCache<String, Bucket> addresses;
    private final Vault vault;

    PageLimits(Vault vault, PageSettings settings) {
        this.vault = vault;
        addresses = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .build(address -> bucket(settings.perMinute()));
    }

    /** Whether the address may ask now; counts it. */
    boolean permit(String address) {
        return addresses.get(HexFormat.of().formatHex(vault.fingerprint("limit-page", address))).tryConsume(1);
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }
}
