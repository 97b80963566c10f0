package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.delivery.ChannelStop;
import io.zhengxun.registry.notice.delivery.ChannelStops;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What stands still, as known here for a second; a stop of this instance's own is known at once. */
@Component
class Stops {

    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);
    private static final Duration FREE_FOR = Duration.ofSeconds(1);
    /** Shorter: what is held after the stop was lifted waits for the next look. */
    private static final Duration STOPPED_FOR = Duration.ofMillis(200);

    private final ChannelStops stops;
    private List<ChannelStop> known = List.of();
    private long knownUntil = System.nanoTime();

    Stops(ChannelStops stops) {
        this.stops = stops;
    }

    synchronized boolean concern(Channel channel, NoticeKind kind) {
        if (System.nanoTime() - knownUntil >= 0) {
            try {
                known = stops.lasting();
            } catch (DataAccessException | TransactionException databaseAway) {
                // What is known lasts; what comes of it is recorded once the database is back.
                LOG.debug("The stops of channels cannot be read.", databaseAway);
            }
            knownUntil = System.nanoTime() + (known.isEmpty() ? FREE_FOR : STOPPED_FOR).toNanos();
        }
        return known.stream().anyMatch(stop -> stop.concerns(channel, kind));
    }

    /** One alarm for all that were on their way. */
    void stop(Channel channel, NoticeKind kind, String code) {
        boolean first;
        try {
            first = stops.stop(channel, kind, code);
        } catch (DataAccessException | TransactionException databaseAway) {
            // The next notice meets the same refusal.
            LOG.debug("The stop of channel {} cannot be recorded.", channel, databaseAway);
            return;
        }
        forget();
        if (first && kind == null) {
            LOG.error("WeChat or the provider refuses the account of channel {} (error {}): nothing goes out through it until"
                    + " its settings are repaired and staff lift the stop. Other channels go on. See docs/runbook.md#channel-stopped.",
                    channel, code);
        } else if (first) {
            LOG.error("Channel {} refuses the template of {} (error {}): it is not used until staff lift the stop. Other"
                    + " channels go on. See docs/runbook.md#template-stopped.", channel, kind, code);
        }
    }

    private synchronized void forget() {
        knownUntil = System.nanoTime();
    }
}
