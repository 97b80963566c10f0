package io.zhengxun.notifier.planning;

import io.zhengxun.notifier.dispatch.Dispatch;
import io.zhengxun.notifier.loop.Loop;
import io.zhengxun.notifier.loop.Passing;
import io.zhengxun.notifier.planning.PlanningRound.Planned;
import io.zhengxun.registry.notice.delivery.ClaimedEvent;
import io.zhengxun.registry.notice.delivery.OutboxClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes notices of events while the application runs. Events go in batches; when a batch fails its events go one by one, so that
 * one that cannot be told keeps no other.
 */
@Component
class Planning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 12;

    private final PlanningRound round;
    private final OutboxClaims claims;
    private final Dispatch dispatch;
    private final PlanningSettings settings;
    private final Clock clock;
    private final Loop loop = new Loop("Planning of notices", this::round);
    private volatile boolean running;
    /** How many of the next go alone. */
    private int alone;

    Planning(PlanningRound round, OutboxClaims claims, Dispatch dispatch, PlanningSettings settings, Clock clock) {
        this.round = round;
        this.claims = claims;
        this.dispatch = dispatch;
        this.settings = settings;
        this.clock = clock;
    }

    private Duration round() {
        if (!claims.isAnyDue()) {
            alone = 0;
            return settings.idle();
        }
        Planned planned = planned();
        if (planned.queued() > 0) {
            dispatch.wake();
        }
        return planned.events() == 0 ? settings.idle() : Duration.ZERO;
    }

    private Planned planned() {
        int batch = alone > 0 ? 1 : settings.batch();
        try {
            alone = Math.max(0, alone - 1);
            Planned fresh = round.fresh(batch);
            return fresh.events() < batch ? plus(fresh, round.failedBefore()) : fresh;
        } catch (PoisonedEvent e) {
            if (Passing.is(e.getCause())) {
                throw e;
            }
            putOff(e.event(), e.getCause());
            return new Planned(1, 0);
        } catch (RuntimeException e) {
            if (Passing.is(e)) {
                throw e;
            }
            LOG.warn("A batch of events could not be planned ({}); they go one by one.", e.getClass().getSimpleName());
            LOG.debug("A batch of events could not be planned.", e);
            alone = batch;
            return new Planned(1, 0);
        }
    }

    private static Planned plus(Planned one, Planned other) {
        return new Planned(one.events() + other.events(), one.queued() + other.queued());
    }

    private void putOff(ClaimedEvent event, Throwable cause) {
        int tried = event.attempts() + 1;
        boolean last = tried >= settings.tries();
        Duration wait = settings.firstBackoff().multipliedBy(1L << Math.min(tried - 1, MOST_DOUBLINGS));
        // Only its kind: a message can hold what was being written (Q6).
        String kind = cause.getClass().getSimpleName();
        claims.failed(event.id(), kind, last ? null : clock.instant().plus(wait));
        if (last) {
            LOG.error("Nobody could be told of event {} ({}) after {} tries: it stands in the work list. See"
                    + " docs/runbook.md#events-unknown-or-failed.", event.id(), kind, tried);
        } else {
            Instant again = clock.instant().plus(wait);
            LOG.warn("Nobody could be told of event {} yet ({}); tried again at {}.", event.id(), kind, again);
        }
        LOG.debug("Event {} could not be planned.", event.id(), cause);
    }

    /** Not with the context: what fills a database at its first start has run before the application is ready. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        start();
    }

    @Override
    public void start() {
        if (settings.enabled() && !running) {
            running = true;
            loop.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        loop.stop();
        loop.join(STOP);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
