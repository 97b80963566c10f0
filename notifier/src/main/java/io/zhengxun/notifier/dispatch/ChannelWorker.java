package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.dispatch.Limits.Grant;
import io.zhengxun.notifier.dispatch.Preparing.Prepared;
import io.zhengxun.notifier.loop.Loop;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.delivery.Handled;
import io.zhengxun.registry.notice.delivery.Handled.Reason;
import io.zhengxun.registry.notice.delivery.NoticeClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One channel's way through this instance: claim, prepare, send on a few threads, record. What is claimed and not yet recorded
 * is bounded, so that a channel that hangs keeps few notices from other instances.
 */
final class ChannelWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelWorker.class);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);
    private static final int MOST_SWEPT = 1000;
    private static final Duration LONG_REST = Duration.ofMinutes(1);
    private static final Duration GIVEN_BACK_FOR = Duration.ofSeconds(1);
    private static final String OWN_COUNT = "OWN_COUNT";

    private final Channel channel;
    private final NoticeClaims claims;
    private final Preparing preparing;
    private final Limits limits;
    private final Breakers breakers;
    private final ChannelPause pause;
    private final PauseNotes notes;
    private final Sender sender;
    private final Recorder recorder;
    private final Alarms alarms;
    private final DispatchSettings settings;
    private final Clock clock;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Loop loop;
    private volatile boolean stopping;
    private long sweptAt = System.nanoTime() - HOUSEKEEPING.toNanos();

    ChannelWorker(Channel channel, Workshop workshop) {
        this.channel = channel;
        this.claims = workshop.claims();
        this.preparing = workshop.preparing();
        this.limits = workshop.limits();
        this.breakers = workshop.breakers();
        this.settings = workshop.settings();
        this.clock = workshop.clock();
        this.alarms = workshop.alarms();
        this.pause = new ChannelPause(channel);
        this.notes = new PauseNotes(pause, workshop.pauses());
        this.sender = workshop.sender(channel, pause);
        this.recorder = workshop.recorder(channel, this::recorded);
        int most = settings.of(channel).threads();
        this.threads = new ThreadPoolExecutor(most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> new Thread(task, "send-" + channel));
        this.threads.allowCoreThreadTimeOut(true);
        this.loop = new Loop("Sending through " + channel, this::round);
    }

    void start() {
        recorder.start();
        loop.start();
    }

    void wake() {
        loop.wake();
    }

    /** Claims nothing more; what waits for a thread is given back, what is being sent may end. */
    void stop() {
        stopping = true;
        loop.stop();
    }

    void finish(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        loop.join(atMost);
        threads.shutdown();
        try {
            threads.awaitTermination(left(end), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!recorder.finish(Duration.ofNanos(left(end))) || underWay.get() > 0) {
            LOG.warn("{} notices of channel {} could not be finished in time; another instance takes them over.",
                    underWay.get(), channel);
        }
    }

    private static long left(long end) {
        return Math.max(TimeUnit.MILLISECONDS.toNanos(200), end - System.nanoTime());
    }

    private Duration round() {
        sweep();
        Instant now = clock.instant();
        int room = room(now);
        if (room == 0 || !claims.isAnyDue(channel)) {
            return settings.idle();
        }
        List<Notice> claimed = claims.claim(channel, now, room, settings.lease());
        if (!claimed.isEmpty()) {
            handOver(claimed);
        }
        return claimed.isEmpty() ? settings.idle() : Duration.ZERO;
    }

    /** How many may be claimed; none for a handful, since each claim has its price. */
    private int room(Instant now) {
        int most = settings.of(channel).underWay();
        int free = most - underWay.get();
        int permitted = Math.min(breakers.permitted(channel, most), pause.permitted(most, now));
        if (permitted < most) {
            return Math.max(0, permitted - underWay.get());
        }
        return free < most / 4 ? 0 : free;
    }

    /** Whatever happens on the way, each of them counts as under way until it is recorded, be it as given back. */
    private void handOver(List<Notice> claimed) {
        underWay.addAndGet(claimed.size());
        Set<Long> handedOn = new HashSet<>();
        try {
            handOver(prepared(claimed), handedOn);
        } finally {
            claimed.stream().filter(notice -> !handedOn.contains(notice.id()))
                    .forEach(notice -> recorder.add(Done.unsent(sender.later(notice, GIVEN_BACK_FOR))));
        }
    }

    private Prepared prepared(List<Notice> claimed) {
        try {
            return preparing.of(claimed);
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException databaseAway) {
            // One by one each would wait for it in vain.
            throw databaseAway;
        } catch (RuntimeException together) {
            Prepared prepared = new Prepared();
            for (Notice notice : claimed) {
                prepareAlone(notice, prepared);
            }
            return prepared;
        }
    }

    /** One that cannot be prepared must not keep the others. */
    private void prepareAlone(Notice notice, Prepared prepared) {
        try {
            Prepared alone = preparing.of(List.of(notice));
            prepared.ready().addAll(alone.ready());
            prepared.others().addAll(alone.others());
        } catch (RuntimeException e) {
            prepared.others().add(sender.unprepared(notice, e));
        }
    }

    private void handOver(Prepared prepared, Set<Long> handedOn) {
        prepared.others().forEach(handled -> {
            recorder.add(Done.unsent(handled));
            handedOn.add(handled.notice().id());
        });
        if (prepared.ready().isEmpty()) {
            return;
        }
        Grant grant = limits.take(channel, prepared.ready().size());
        if (grant.granted() < prepared.ready().size()) {
            rest(grant.pause());
        }
        for (int place = 0; place < prepared.ready().size(); place++) {
            Ready ready = prepared.ready().get(place);
            if (place < grant.granted()) {
                threads.execute(() -> send(ready));
            } else {
                recorder.add(Done.unsent(notGranted(ready.notice(), grant.pause())));
            }
            handedOn.add(ready.notice().id());
        }
    }

    /** What is claimed meanwhile could not be sent either. */
    private void rest(Duration wait) {
        Instant now = clock.instant();
        Instant until = now.plus(wait);
        pause.rest(until);
        if (wait.compareTo(LONG_REST) > 0) {
            pause.usedUp(now, until, OWN_COUNT);
            alarms.quotaUsedUp(channel, OWN_COUNT, until);
        }
    }

    private Handled notGranted(Notice notice, Duration wait) {
        return wait.compareTo(LONG_REST) > 0
                ? sender.overQuota(notice, OWN_COUNT, clock.instant().plus(wait))
                : sender.later(notice, wait);
    }

    private void send(Ready ready) {
        try {
            recorder.add(stopping ? Done.unsent(sender.later(ready.notice(), Duration.ZERO)) : sender.send(ready));
        } catch (RuntimeException | Error e) {
            LOG.error("Sending notice {} through {} failed ({}); it is taken over when its lease ends.", ready.notice().id(),
                    channel, e.getClass().getSimpleName());
            LOG.debug("Sending a notice failed.", e);
            recorded(1);
        }
    }

    private void recorded(int count) {
        underWay.addAndGet(-count);
        loop.wake();
    }

    private void sweep() {
        if (System.nanoTime() - sweptAt < HOUSEKEEPING.toNanos()) {
            return;
        }
        sweptAt = System.nanoTime();
        int taken = claims.takeOver(channel, MOST_SWEPT);
        if (taken > 0) {
            LOG.warn("{} notices of channel {} were left by a worker that is gone or stuck; taken over.", taken, channel);
        }
        Instant now = clock.instant();
        notes.write(now);
        if (breakers.isDown(channel) || pause.lasts(now) || pause.usedUp(now).isPresent()) {
            moveImpatient(now);
        } else {
            claims.deferBlocked(channel, MOST_SWEPT);
        }
    }

    /**
     * What has waited long enough for a channel that is down, or whose quota is used up, goes on to the next one, if there is
     * one.
     */
    private void moveImpatient(Instant now) {
        // That it waits for the quota was decided when it began to.
        Reason reason = pause.usedUp(now).isPresent()
                ? Reason.of(Decision.QUOTA.name())
                : Reason.of(Decision.CHANNEL_DOWN, channel.name());
        // Once the channel works again there is room for what it is to send.
        int most = Math.max(1, settings.of(channel).underWay() / 2) - underWay.get();
        if (most <= 0) {
            return;
        }
        List<Notice> impatient = claims.claim(channel, now.minus(settings.patience()), most, settings.lease());
        underWay.addAndGet(impatient.size());
        impatient.forEach(notice -> recorder.add(Done.unsent(notice.nextChannel().isPresent()
                ? Handled.onward(notice, null, reason, now)
                : sender.later(notice, settings.patience()))));
        if (impatient.size() == most) {
            // There are more: as soon as these are recorded.
            sweptAt -= HOUSEKEEPING.toNanos();
        }
    }
}
