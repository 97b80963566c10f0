package io.zhengxun.registry.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something small that staff publish, in memory: read without waiting, and the same on all instances {@link #ASKED_EVERY} after it was
 * committed. While the database is away it stays as it was last known. It costs nothing before somebody reads it.
 */
public final class LiveCopy<T> implements AutoCloseable {

    /** How often each instance asks for the edition, by one row's primary key. */
    public static final Duration ASKED_EVERY = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(LiveCopy.class);
    private static final long NONE = -1;

    private final String name;
    private final LongSupplier edition;
    private final Supplier<T> reading;
    private volatile T known;
    private long knownEdition = NONE;
    private boolean away;
    private volatile boolean started;
    private ScheduledExecutorService asking;

    /**
     * @param name for the log and the thread
     * @param edition rises with every change, in the same transaction
     * @param reading reads all of it; what it returns must not change any more
     * @param atFirst what is used until the database answered for the first time
     */
    public LiveCopy(String name, LongSupplier edition, Supplier<T> reading, T atFirst) {
        this.name = name;
        this.edition = edition;
        this.reading = reading;
        this.known = atFirst;
    }

    /** As last known; only the first call of a process waits for the database. */
    public T get() {
        if (!started) {
            start();
        }
        return known;
    }

    private synchronized void start() {
        if (started) {
            return;
        }
        ask();
        asking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-" + name);
            thread.setDaemon(true);
            return thread;
        });
        asking.scheduleWithFixedDelay(
                this::ask, ASKED_EVERY.toMillis(), ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        started = true;
    }

    private synchronized void ask() {
        try {
            // The edition first: what is read after it may be newer, and is then read again; never older.
            long now = edition.getAsLong();
            if (now != knownEdition) {
                known = reading.get();
                knownEdition = now;
            }
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                log.warn("The {} cannot be asked for and stay as they were last known: {}", name, e.getClass().getSimpleName());
            }
            away = true;
        }
    }

    @Override
    public synchronized void close() {
        if (asking != null) {
            asking.shutdownNow();
        }
    }
}
