package io.zhengxun.notifier.dispatch;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.zhengxun.notifier.dispatch.DispatchSettings.ChannelSettings;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How many messages the account may send now: a rate per second and a quota per day, shared by all instances through Redis and
 * asked for once per batch. Without Redis each instance goes on at half the rate: what is sent too fast WeChat refuses, and it
 * is sent later; what is not sent is late.
 */
@Component
class Limits {

    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
    private static final Duration PAUSE_WITHOUT_REDIS = Duration.ofSeconds(1);

    private final SendingBuckets shared;
    private final Map<Channel, BucketConfiguration> configurations = new EnumMap<>(Channel.class);
    private final Map<Channel, Bucket> local = new EnumMap<>(Channel.class);
    private final AtomicLong redisAwayUntil = new AtomicLong(Long.MIN_VALUE);
    private volatile boolean away;

    Limits(SendingBuckets shared, DispatchSettings settings, Clock clock) {
        this.shared = shared;
        for (Channel channel : Channel.values()) {
            ChannelSettings limits = settings.of(channel);
            configurations.put(channel, BucketConfiguration.builder()
                    .addLimit(perSecond(limits.perSecond()))
                    .addLimit(perDay(limits.perDay(), clock))
                    .build());
            local.put(channel, Bucket.builder()
                    .withNanosecondPrecision()
                    .addLimit(perSecond(Math.max(1, limits.perSecond() / 2)))
                    .build());
        }
    }

    /**
     * @param granted how many may be sent now
     * @param pause until the next one, if fewer were granted than asked for; else zero
     */
    record Grant(int granted, Duration pause) {}

    /** Takes up to so many; what was granted counts as sent. */
    Grant take(Channel channel, int most) {
        if (System.nanoTime() - redisAwayUntil.get() >= 0 || redisAwayUntil.get() == Long.MIN_VALUE) {
            try {
                Grant grant = shared.take(channel, configurations.get(channel), most);
                cameBack();
                return grant;
            } catch (RuntimeException e) {
                // Lettuce, Spring and Bucket4j have their own; none of them may keep a notice back.
                wentAway(e);
            }
        }
        Bucket bucket = local.get(channel);
        int granted = (int) bucket.tryConsumeAsMuchAsPossible(most);
        return new Grant(granted, granted == most ? Duration.ZERO : wait(bucket));
    }

    private static Duration wait(Bucket bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private void wentAway(RuntimeException failure) {
        redisAwayUntil.set(System.nanoTime() + PAUSE_WITHOUT_REDIS.toNanos());
        if (!away) {
            away = true;
            LOG.warn("Redis is away ({}); notices go on at half the rate.", failure.getClass().getSimpleName());
        }
    }

    private void cameBack() {
        if (away) {
            away = false;
            LOG.info("Redis answers again; the rates of notices are shared between instances.");
        }
    }

    private static Bandwidth perSecond(long times) {
        return Bandwidth.builder().capacity(times).refillGreedy(times, Duration.ofSeconds(1)).build();
    }

    /** WeChat counts by the day of its own zone (wechat-platform 5.3, 6.1). */
    private static Bandwidth perDay(long times, Clock clock) {
        Instant midnight = LegalTime.endOf(LegalTime.dayOf(clock.instant()));
        return Bandwidth.builder()
                .capacity(times)
                .refillIntervallyAligned(times, Duration.ofDays(1), midnight)
                .id("day")
                .build();
    }
}
