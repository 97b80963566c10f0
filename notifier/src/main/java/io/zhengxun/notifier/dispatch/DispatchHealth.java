package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.Channel;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows as the health component {@code notifier} whether notices go out in time. Its status LATE does not count in the overall
 * health: an instance that is taken out sends nothing at all.
 */
@Component("notifierHealthIndicator")
class DispatchHealth implements HealthIndicator {

    private static final Status LATE = new Status("LATE");

    private final Lookout lookout;
    private final Breakers breakers;
    private final DispatchSettings settings;

    DispatchHealth(Lookout lookout, Breakers breakers, DispatchSettings settings) {
        this.lookout = lookout;
        this.breakers = breakers;
        this.settings = settings;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Channel channel : Channel.values()) {
            Duration late = lookout.late(channel);
            if (late.compareTo(settings.lateAfter()) > 0) {
                health.status(LATE).withDetail(channel.name(), late.toSeconds() + " s");
            }
            if (breakers.isDown(channel)) {
                health.withDetail(channel + " is down", true);
            }
        }
        return health.build();
    }
}
