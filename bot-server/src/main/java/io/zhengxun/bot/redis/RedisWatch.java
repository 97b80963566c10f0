package io.zhengxun.bot.redis;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Shows whether Redis answers, as the health component {@code redis}. Its status AWAY does not count in the overall health: the
 * bot answers without Redis, and a load balancer that took every instance out would turn a degraded bot into none.
 */
@Component("redisHealthIndicator")
class RedisWatch implements HealthIndicator {

    private static final Status AWAY = new Status("AWAY");

    private final RedisGate gate;
    private final RedisTemplate<String, byte[]> redis;

    RedisWatch(RedisGate gate, RedisTemplate<String, byte[]> redis) {
        this.gate = gate;
        this.redis = redis;
    }

    /** Connects before the first message, which then need not wait for it, or finds out that Redis is away. */
    @EventListener(ApplicationStartedEvent.class)
    void connect() {
        if (ping().isEmpty()) {
            ping();
        }
    }

    @Override
    public Health health() {
        ping();
        Optional<Instant> since = gate.awaySince();
        return since.map(at -> Health.status(AWAY).withDetail("since", at.toString()).build())
                .orElseGet(() -> Health.up().build());
    }

    private Optional<Boolean> ping() {
        return gate.ask(() -> redis.hasKey("zhengxun:ping"));
    }
}
