package io.zhengxun.bot.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.zhengxun.bot.limit.LimitSettings.Rate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Token buckets in Redis, two commands each: read, and write if unchanged. A bucket that is full again is forgotten. */
@Component
class SharedBuckets {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(50);
    private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);

    private final RedisConnectionFactory connections;
    private final TimeMeter meter;
    private volatile AsyncProxyManager<byte[]> buckets;

    SharedBuckets(RedisConnectionFactory connections, Clock clock) {
        this.connections = connections;
        this.meter = meter(clock);
    }

    /** Takes one token. The rates are part of the key: after a change of settings counting starts anew. */
    CompletableFuture<ConsumptionProbe> take(String kind, String id, List<Rate> rates) {
        byte[] key = ("zhengxun:limit:" + kind + ":" + Integer.toHexString(rates.hashCode()) + ":" + id)
                .getBytes(StandardCharsets.UTF_8);
        AsyncBucketProxy bucket =
                connected().builder().build(key, () -> CompletableFuture.completedFuture(configuration(rates)));
        return bucket.asVerbose().tryConsumeAndReturnRemaining(1).thenCompose(taken ->
                taken.getValue().isConsumed() || !isAhead(taken)
                        ? CompletableFuture.completedFuture(taken.getValue())
                        : connected().removeProxy(key).thenCompose(gone -> bucket.tryConsumeAndReturnRemaining(1)));
    }

    /**
     * Whether the bucket was filled last at a time that has not come yet, by more than clocks of instances differ, since a clock
     * was set back: nothing would be filled until then, so that it begins anew.
     */
    private static boolean isAhead(VerboseResult<ConsumptionProbe> taken) {
        BucketState now = taken.getState();
        BucketState later = now.copy();
        later.refillAllBandwidth(taken.getOperationTimeNanos() + CLOCKS_DIFFER.toNanos());
        return IntStream.range(0, taken.getConfiguration().getBandwidths().length)
                .allMatch(rate -> later.getCurrentSize(rate) == now.getCurrentSize(rate)
                        && later.getRoundingError(rate) == now.getRoundingError(rate));
    }

    static Bandwidth bandwidth(Rate rate) {
        return Bandwidth.builder().capacity(rate.times()).refillGreedy(rate.times(), rate.per()).build();
    }

    /** All instances count with wall clocks; a second of difference between them does not matter here. */
    static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    private static BucketConfiguration configuration(List<Rate> rates) {
        ConfigurationBuilder configuration = BucketConfiguration.builder();
        rates.forEach(rate -> configuration.addLimit(bandwidth(rate)));
        return configuration.build();
    }

    /** Not before the first use: Redis may be away when the bot starts. Lettuce keeps the connection alive afterwards. */
    private AsyncProxyManager<byte[]> connected() {
        AsyncProxyManager<byte[]> known = buckets;
        if (known == null) {
            known = builder()
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                    .clientClock(meter)
                    .build()
                    .asAsync();
            buckets = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private LettuceBasedProxyManagerBuilder<byte[]> builder() {
        try (RedisConnection connection = connections.getConnection()) {
            Object shared = connection.getNativeConnection();
            return shared instanceof RedisAdvancedClusterAsyncCommands<?, ?>
                    ? Bucket4jLettuce.casBasedBuilder((RedisAdvancedClusterAsyncCommands<byte[], byte[]>) shared)
                    : Bucket4jLettuce.casBasedBuilder((RedisAsyncCommands<byte[], byte[]>) shared);
        }
    }
}
