package io.zhengxun.registry.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The trail of queries (Q6). Entries of concurrent look-ups share one commit: a single writer takes all that wait.
 * A look-up waits for the commit at most {@link QueryTrailSettings#longestWait()}; a full queue refuses the look-up,
 * since no answer may leave without its entry. An orderly stop writes everything that was accepted.
 */
@Component
public class QueryTrail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(QueryTrail.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final QueryTrailMapper mapper;
    private final QueryTrailSettings settings;
    private final BlockingQueue<Entry> waiting;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile boolean stopping;
    private Thread writer;

    private record Entry(Query query, CompletableFuture<Void> committed) {}

    QueryTrail(QueryTrailMapper mapper, QueryTrailSettings settings) {
        this.mapper = mapper;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.capacity());
    }

    /**
     * Accepts an entry and waits a few milliseconds for its commit.
     *
     * @throws NotRecorded if the entry cannot be accepted: the caller must not answer the query
     */
    public void record(Query query) {
        Entry entry = new Entry(query, new CompletableFuture<>());
        // Counted before the look at the stop: the writer leaves only when nothing is counted any more.
        unwritten.incrementAndGet();
        if (stopping || !waiting.offer(entry)) {
            unwritten.decrementAndGet();
            throw new NotRecorded("The query trail is full or stopping: the look-up is refused, it may be repeated later (Q6).");
        }
        try {
            entry.committed().get(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Accepted, and the writer goes on trying: the answer need not wait longer.
            log.debug("A trail entry is still waiting for its commit.");
        } catch (ExecutionException e) {
            throw new NotRecorded("The trail cannot keep this entry: the look-up is refused (Q6).");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Who asked for a certificate number lately, the latest first.
     *
     * @param numberHashes keyed hashes of the number, one for each key under which it may have been recorded
     */
    public List<LookUp> ofNumber(List<byte[]> numberHashes, int limit) {
        return mapper.ofNumber(numberHashes, limit);
    }

    @Override
    public void start() {
        stopping = false;
        running.set(true);
        writer = new Thread(this::writeUntilStopped, "query-trail");
        writer.start();
    }

    /** Writes what was accepted; gives up only when the database stays away for the whole grace period. */
    @Override
    public void stop() {
        stopping = true;
        try {
            writer.join(settings.stopGrace().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.set(false);
        if (unwritten.get() > 0) {
            log.error("{} trail entries could not be written before the stop and are lost.", unwritten.get());
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Stops after the web server, which drains first, and before the connection pool. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void writeUntilStopped() {
        List<Entry> batch = new ArrayList<>();
        while (running.get() && !(stopping && unwritten.get() == 0)) {
            try {
                if (batch.isEmpty()) {
                    take(batch);
                }
                if (!batch.isEmpty() && write(batch)) {
                    batch.clear();
                }
            } catch (Throwable e) {
                // Whatever it is, memory included: a trail without its writer would soon refuse every look-up.
                log.error("Writing the trail failed and goes on: {}", e.getClass().getSimpleName());
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
    }

    private void take(List<Entry> batch) {
        try {
            Entry first = waiting.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, settings.mostPerCommit() - 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean write(List<Entry> batch) {
        try {
            mapper.insertAll(batch.stream().map(Entry::query).toList());
            unwritten.addAndGet(-batch.size());
            batch.forEach(entry -> entry.committed().complete(null));
            return true;
        } catch (DataIntegrityViolationException e) {
            return batch.size() == 1 ? givenUp(batch.get(0), e) : oneByOne(batch);
        } catch (RuntimeException e) {
            log.warn("{} trail entries wait for the database: {}", batch.size(), e.getClass().getSimpleName());
            LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            return false;
        }
    }

    private boolean oneByOne(List<Entry> batch) {
        // From the first one on that the database does not answer, the rest waits together again.
        while (!batch.isEmpty() && write(List.of(batch.get(0)))) {
            batch.remove(0);
        }
        return batch.isEmpty();
    }

    /** An entry that the table can never take must not hold up all the others; it is a defect and said so loudly. */
    private boolean givenUp(Entry entry, RuntimeException cause) {
        unwritten.decrementAndGet();
        entry.committed().completeExceptionally(cause);
        log.error("A trail entry does not fit its table and is lost ({}).", cause.getClass().getSimpleName());
        return true;
    }
}
