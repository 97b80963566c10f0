package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.notifier.loop.Loop;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.delivery.NoticeOutcomes;
import io.zhengxun.registry.subscription.ConsentChange;
import io.zhengxun.registry.subscription.ConsentChange.Cause;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/** Writes down what was done, many at once; what cannot be written now is kept and written once the database is back. */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MOST_AT_ONCE = 500;
    /** So long the first waits for others to share its commit. */
    private static final long LINGER_MILLIS = 5;
    private static final Duration AT_ONCE = Duration.ZERO;

    private final NoticeOutcomes outcomes;
    private final Consents consents;
    private final Contacts contacts;
    private final Clock clock;
    private final IntConsumer recorded;
    private final BlockingQueue<Done> waiting = new LinkedBlockingQueue<>();
    private final List<Done> batch = new ArrayList<>();
    private final Loop loop;

    /** @param recorded is told how many have been written */
    Recorder(String name, Workshop workshop, IntConsumer recorded) {
        this.outcomes = workshop.outcomes();
        this.consents = workshop.consents();
        this.contacts = workshop.contacts();
        this.clock = workshop.clock();
        this.recorded = recorded;
        this.loop = new Loop(name, this::round);
    }

    void start() {
        loop.start();
    }

    void add(Done done) {
        waiting.add(done);
    }

    /** Only once nothing more is added. @return whether all of it is written */
    boolean finish(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        loop.stop();
        if (!loop.join(atMost)) {
            // Its thread has the batch still, and may be writing it.
            return false;
        }
        while (pending() && System.nanoTime() - end < 0) {
            try {
                round();
            } catch (RuntimeException databaseAway) {
                LOG.debug("Outcomes cannot be written.", databaseAway);
                sleep();
            }
        }
        return !pending();
    }

    private boolean pending() {
        return !batch.isEmpty() || !waiting.isEmpty();
    }

    private Duration round() {
        if (batch.isEmpty()) {
            take();
        }
        if (!batch.isEmpty()) {
            List<Done> written = List.copyOf(batch);
            write(written);
            batch.clear();
            recorded.accept(written.size());
            noteConsents(written);
            written.forEach(this::noteFollower);
        }
        return AT_ONCE;
    }

    private void write(List<Done> written) {
        try {
            outcomes.record(written.stream().map(Done::handled).toList());
        } catch (DataIntegrityViolationException e) {
            if (written.size() > 1) {
                written.forEach(done -> write(List.of(done)));
            } else {
                // Once its lease ends it is taken over, as in doubt.
                LOG.error("What was done with notice {} cannot be recorded.", written.get(0).notice().id());
                LOG.debug("What was done with a notice cannot be recorded.", e);
            }
        }
    }

    private void take() {
        try {
            Done first = waiting.poll(50, TimeUnit.MILLISECONDS);
            if (first == null) {
                return;
            }
            batch.add(first);
            if (waiting.size() < MOST_AT_ONCE) {
                Thread.sleep(LINGER_MILLIS);
            }
            waiting.drainTo(batch, MOST_AT_ONCE - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure costs a message that the platform refuses, or one that could have been sent: no more. */
    private void noteConsents(List<Done> written) {
        List<ConsentChange> changes = written.stream()
                .filter(done -> done.notice().channel().needsConsent())
                .filter(done -> done.result() == Result.ACCEPTED || done.result() == Result.NO_CONSENT)
                .map(this::change)
                .toList();
        if (!changes.isEmpty()) {
            try {
                consents.note(changes);
            } catch (RuntimeException e) {
                LOG.warn("{} consents could not be noted ({}).", changes.size(), e.getClass().getSimpleName());
            }
        }
    }

    private ConsentChange change(Done done) {
        Notice notice = done.notice();
        return new ConsentChange(
                new ConsentKey(notice.channel(), notice.kind(), done.address()),
                done.result() == Result.ACCEPTED ? Cause.USED : Cause.REFUSED,
                notice.id() + "x" + notice.round(),
                clock.instant());
    }

    /**
     * As of the start of the try: whoever follows again since then, be it while the record had to wait, is not marked. WeChat
     * tells of following in whole seconds.
     */
    private void noteFollower(Done done) {
        if (done.result() != Result.NOT_FOLLOWING) {
            return;
        }
        try {
            contacts.markUnfollowed(done.address(), done.handled().attempt().startedAt().minusSeconds(1));
        } catch (RuntimeException e) {
            LOG.warn("That the recipient of notice {} does not follow could not be noted ({}).", done.notice().id(),
                    e.getClass().getSimpleName());
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
