package io.zhengxun.notifier.dispatch;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.zhengxun.notifier.dispatch.Limits.Grant;
import io.zhengxun.registry.notice.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Token buckets in Redis, one per channel: two commands for a batch, read, and write if unchanged. */
@Component
class SendingBuckets {

    private static final Duration TIMEOUT = Duration.ofMillis(600);
    private static final Duration KEPT_WHEN_FULL = Duration.ofHours(1);

    /** Below the minute from which a wait counts as a used-up quota. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(50);

    private static final Logger LOG = LoggerFactory.getLogger(SendingBuckets.class);

    private final RedisConnectionFactory connections;
    private final TimeMeter meter;
    private volatile AsyncProxyManager<byte[]> buckets;

    SendingBuckets(RedisConnectionFactory connections, Clock clock) {
        this.connections = connections;
        this.meter = meter(clock);
    }

    /** @throws org.springframework.dao.DataAccessException when Redis does not answer */
    Grant take(Channel channel, BucketConfiguration limits, int most) {
        // What is configured is part of the key: after a change of settings counting starts anew.
        long[] capacities = java.util.Arrays.stream(limits.getBandwidths()).mapToLong(one -> one.getCapacity()).toArray();
        String key = "zhengxun:notices:" + channel + ":" + capacities[0] + ":" + capacities[1];
        AsyncBucketProxy bucket = connected()
                .builder()
                .build(key.getBytes(StandardCharsets.UTF_8), () -> CompletableFuture.completedFuture(limits));
        VerboseResult<Long> taken = answer(bucket.asVerbose().tryConsumeAsMuchAsPossible(most));
        int granted = taken.getValue().intValue();
        if (granted == most) {
            return new Grant(granted, Duration.ZERO);
        }
        if (isAhead(taken)) {
            LOG.warn("The clock was set back: the rate and the day's count of channel {} begin anew.", channel);
            answer(connected().removeProxy(key.getBytes(StandardCharsets.UTF_8)));
        }
        EstimationProbe next = answer(bucket.estimateAbilityToConsume(1));
        return new Grant(granted, Duration.ofNanos(next.getNanosToWaitForRefill()));
    }

    /**
     * Whether the bucket was filled last at a time that has not come yet, by more than clocks of instances differ: it would not be
     * filled again until then. One that is not ahead is full of a second's tokens long before.
     */
    private static boolean isAhead(VerboseResult<Long> taken) {
        BucketState later = taken.getState().copy();
        later.refillAllBandwidth(taken.getOperationTimeNanos() + CLOCKS_DIFFER.toNanos());
        return later.getCurrentSize(0) < taken.getConfiguration().getBandwidths()[0].getCapacity();
    }

    /** All instances count with wall clocks; a second of difference between them does not matter here. */
    private static TimeMeter meter(Clock clock) {
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

    private static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("a limit in Redis took too long", e);
        } catch (ExecutionException e) {
            throw new RedisSystemException("a limit in Redis failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("interrupted while waiting for a limit in Redis", e);
        }
    }

    /** Not before the first use: Redis may be away when the notifier starts. Lettuce keeps the connection alive afterwards. */
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
