package io.zhengxun.bot.redis;

import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Asks Redis, or says at once that it is away. After a few failures in a row nobody waits for Redis any more except for one
 * message a second, so that a hanging Redis does not make every answer late.
 */
@Component
public class RedisGate {

    private static final Logger LOG = LoggerFactory.getLogger(RedisGate.class);

    /** One failure may be a hiccup of the network; two in a row close the gate. */
    private static final int FAILURES = 2;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicLong closedUntil = new AtomicLong(Long.MIN_VALUE);
    private volatile Instant awaySince;

    public RedisGate(Clock clock) {
        this.clock = clock;
    }

    /**
     * The command's result, or empty when Redis is away: the caller then does without it.
     *
     * @param command one or more Redis commands, each with its own time-out; never answers null
     */
    public <T> Optional<T> ask(Supplier<T> command) {
        if (!mayTry()) {
            return Optional.empty();
        }
        try {
            T result = command.get();
            opened();
            return Optional.of(result);
        } catch (DataAccessException | RedisException e) {
            if (!Thread.currentThread().isInterrupted()) {
                failed(e);
            }
            return Optional.empty();
        }
    }

    /** Since when Redis is away; empty when it answers. */
    Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    private boolean mayTry() {
        if (failuresInARow.get() < FAILURES) {
            return true;
        }
        long now = System.nanoTime();
        long until = closedUntil.get();
        // Only who moves the pause on may try: one at a time.
        return now - until >= 0 && closedUntil.compareAndSet(until, now + PAUSE.toNanos());
    }

    private void opened() {
        // Read first: in the usual case nothing is written, so that busy threads share the cache line.
        if (failuresInARow.get() != 0 && failuresInARow.getAndSet(0) >= FAILURES) {
            awaySince = null;
            LOG.info("Redis answers again; messages and limits are shared between instances.");
        }
    }

    private void failed(RuntimeException failure) {
        closedUntil.set(System.nanoTime() + PAUSE.toNanos());
        if (failuresInARow.incrementAndGet() == FAILURES) {
            awaySince = clock.instant();
            LOG.warn("Redis is away ({}); the bot answers with this instance's own memory and stricter limits.",
                    failure.getClass().getSimpleName());
        }
    }
}
