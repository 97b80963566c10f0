package io.zhengxun.notifier.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does rounds of work. A round that fails, e.g. since the database is away, is done again after a pause that
 * grows; the loop goes on by itself, and says so once. Nor does an error end it, e.g. a stack that overflowed: a loop that
 * ended in silence would look like one that has nothing to do.
 */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final Supplier<Duration> round;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopping;
    private volatile Thread thread;

    /** @param round one round of work; answers how long to wait before the next, zero for not at all */
    public Loop(String name, Supplier<Duration> round) {
        this.name = name;
        this.round = round;
    }

    public void start() {
        stopping = false;
        Thread started = new Thread(this::run, name);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** There is work: the next round begins at once. */
    public void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** The round under way is finished, no other begins. */
    public void stop() {
        stopping = true;
        wake();
    }

    /** @return whether it has ended within that time */
    public boolean join(Duration atMost) {
        Thread running = thread;
        if (running == null) {
            return true;
        }
        try {
            running.join(Math.max(1, atMost.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !running.isAlive();
    }

    private void run() {
        Instant failingSince = null;
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            try {
                Duration idle = round.get();
                if (failingSince != null) {
                    LOG.info("{} goes on; it failed since {}.", name, failingSince);
                    failingSince = null;
                    pause = FIRST_PAUSE;
                }
                await(idle);
            } catch (RuntimeException | Error e) {
                if (failingSince == null) {
                    failingSince = Instant.now();
                    tell(e);
                }
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Neither its message nor its cause: both can hold what was being written. */
    private void tell(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        if (failure instanceof Error) {
            LOG.error("{} failed ({}); it is tried again. If it does not go on, this instance has to be restarted.", name, kind);
        } else {
            LOG.warn("{} failed ({}); it is tried again until it works, nothing is lost.", name, kind);
        }
        LOG.debug("{} failed.", name, failure);
    }

    private void await(Duration idle) {
        if (idle.isZero()) {
            return;
        }
        try {
            if (bell.tryAcquire(idle.toNanos(), TimeUnit.NANOSECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
