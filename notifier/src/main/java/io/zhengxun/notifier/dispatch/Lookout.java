package io.zhengxun.notifier.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.delivery.Backlog;
import io.zhengxun.registry.notice.delivery.Backlog.Waiting;
import io.zhengxun.registry.notice.delivery.HeldNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees now and then how much waits, for metrics and health, and lets go what is held though nothing holds it any more: settings
 * were made, or it came to be held while its stop was being lifted.
 */
@Component
class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    /** So long it takes at most until all instances have the same settings. */
    private static final Duration OTHERS_RESTART = Duration.ofMinutes(10);

    private final Backlog backlog;
    private final HeldNotices held;
    private final Couriers couriers;
    private final Stops stops;
    private final Clock clock;
    private final Instant startedAt;
    private volatile Map<Channel, Waiting> waiting = Map.of();

    Lookout(Backlog backlog, HeldNotices held, Couriers couriers, Stops stops, Breakers breakers, Clock clock,
            MeterRegistry meters) {
        this.backlog = backlog;
        this.held = held;
        this.couriers = couriers;
        this.stops = stops;
        this.clock = clock;
        this.startedAt = clock.instant();
        for (Channel channel : Channel.values()) {
            Gauge.builder("zhengxun.notices.queued", () -> queued(channel))
                    .tag("channel", channel.name()).description("notices that wait for a channel").register(meters);
            Gauge.builder("zhengxun.notices.oldest", () -> late(channel).toMillis() / 1000.0)
                    .tag("channel", channel.name()).baseUnit("seconds")
                    .description("how long the longest due notice has been due").register(meters);
            Gauge.builder("zhengxun.notices.breaker", () -> breakers.isDown(channel) ? 1 : 0)
                    .tag("channel", channel.name()).description("1 while a channel is left alone").register(meters);
        }
    }

    void look() {
        waiting = Map.copyOf(backlog.waiting());
        held.all().stream().filter(this::isFree).forEach(group -> {
            int released = released(group);
            if (released > 0) {
                LOG.info("{} notices of kind {} go on through channel {}: nothing holds them any more.", released, group.kind(),
                        group.channel());
            }
        });
    }

    /** In short transactions; what one of them let go may go out while the next is under way. */
    private int released(HeldNotices.Held group) {
        int all = 0;
        int some;
        do {
            some = group.cause().equals(HeldNotices.NOT_CONFIGURED)
                    ? held.release(group, settled(), "system")
                    : held.release(group.channel(), group.kind(), group.cause(), "system");
            all += some;
        } while (some > 0);
        return all;
    }

    /**
     * Settings are those of this instance's start. What was held before lacked them then; what was held since was held by an
     * instance without them, e.g. while all are restarted one after the other: it would hold it again, so that it waits a while.
     */
    private Instant settled() {
        Instant whileAgo = clock.instant().minus(OTHERS_RESTART);
        return whileAgo.isAfter(startedAt) ? whileAgo : startedAt;
    }

    private boolean isFree(HeldNotices.Held group) {
        return couriers.isConfigured(group.channel(), group.kind()) && !stops.concern(group.channel(), group.kind());
    }

    private long queued(Channel channel) {
        Waiting there = waiting.get(channel);
        return there == null ? 0 : there.queued();
    }

    /** How long the longest due notice of a channel has been due. */
    Duration late(Channel channel) {
        Waiting there = waiting.get(channel);
        Instant now = clock.instant();
        return there == null || there.firstDueAt().isAfter(now) ? Duration.ZERO : Duration.between(there.firstDueAt(), now);
    }
}
