package io.zhengxun.bot.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.zhengxun.bot.limit.LimitSettings.Rate;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How often a network address may ask for pages, in each instance: many phones share an address, so that it is generous, and it
 * only keeps one who tries ids from being a burden. What is seen does not depend on it.
 */
@Component
public class PageLimits {

    private static final int MOST_ADDRESSES = 50_000;
    private static final List<Rate> RATES = List.of(new Rate(300, Duration.ofMinutes(1)));

    private final LoadingCache<String, Bucket> addresses;
    private final Vault vault;

    PageLimits(Vault vault, Clock clock) {
        this.vault = vault;
        addresses = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(address -> bucket(clock));
    }

    /** Whether the address may ask now; counts it. */
    public boolean permit(String address) {
        return addresses.get(HexFormat.of().formatHex(vault.fingerprint("limit-page", address))).tryConsume(1);
    }

    private static Bucket bucket(Clock clock) {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(SharedBuckets.meter(clock));
        RATES.forEach(rate -> bucket.addLimit(SharedBuckets.bandwidth(rate)));
        return bucket.build();
    }
}
