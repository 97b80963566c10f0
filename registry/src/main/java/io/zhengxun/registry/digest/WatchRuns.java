package io.zhengxun.registry.digest;

import io.zhengxun.registry.request.OnceOnly;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Which run of a day is whose: once over all instances, taken over once its holder is silent for the time of a lease. It only
 * spares work: what runs write is written once even if two do the same at once.
 */
@Component
class WatchRuns {

    private static final Duration LEASE = Duration.ofMinutes(2);
    /** So much the clocks of two instances may differ; more means that a clock was put back. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final WatchRunMapper mapper;
    private final OnceOnly inTransaction;
    private final Clock clock;

    WatchRuns(WatchRunMapper mapper, OnceOnly inTransaction, Clock clock) {
        this.mapper = mapper;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /**
     * Begins the run of a day, or takes it over; empty if it is done or another's.
     *
     * @param joining hands what an earlier run left undone to the one that begins, in the same transaction
     */
    Optional<WatchRun> claim(WatchKind kind, LocalDate day, BiConsumer<WatchRun, WatchRun> joining) {
        try {
            return Optional.ofNullable(inTransaction.run(null, WatchRun.class, () -> claimed(kind, day, joining)));
        } catch (DuplicateKeyException otherInstanceWasFirst) {
            return Optional.empty();
        }
    }

    private WatchRun claimed(WatchKind kind, LocalDate day, BiConsumer<WatchRun, WatchRun> joining) {
        WatchRun last = mapper.heldLastOf(kind, day);
        if (last == null) {
            return begun(kind, day, WatchRun.firstOf(day), joining);
        }
        if (last.state() == WatchRun.State.RUNNING) {
            return isLeased(last) ? null : takenOver(last);
        }
        return isAhead(last) ? begun(kind, day, last.id() + 1, joining) : null;
    }

    private WatchRun begun(WatchKind kind, LocalDate day, long id, BiConsumer<WatchRun, WatchRun> joining) {
        List<WatchRun> unfinished = mapper.heldUnfinished(kind);
        if (unfinished.stream().anyMatch(this::isLeased)) {
            return null;
        }
        WatchRun run = new WatchRun(
                kind, id, day, WatchRun.State.RUNNING, holder(), leaseFrom(clock.instant()), null, "", clock.instant());
        mapper.insert(run);
        for (WatchRun left : unfinished) {
            mapper.join(left, clock.instant());
            joining.accept(left, run);
        }
        return run;
    }

    private WatchRun takenOver(WatchRun run) {
        WatchRun mine = new WatchRun(
                run.kind(), run.id(), run.day(), run.state(), holder(), leaseFrom(clock.instant()), run.calendarVersion(),
                run.position(), clock.instant());
        mapper.takeOver(mine);
        return mine;
    }

    private boolean isLeased(WatchRun run) {
        return run.leasedUntil().isAfter(clock.instant()) && !isAhead(run);
    }

    /** Begun at a time that is still to come: the clock was wrong then. */
    private boolean isAhead(WatchRun run) {
        return run.startedAt().isAfter(clock.instant().plus(SKEW));
    }

    /**
     * Goes on for the time of another lease, within the caller's transaction.
     *
     * @throws ClaimLost if it was taken over
     */
    void hold(WatchRun run) {
        if (mapper.hold(run, leaseFrom(clock.instant())) == 0) {
            throw new ClaimLost(run.id());
        }
    }

    /** Stops without having ended: whoever comes next goes on. */
    void release(WatchRun run) {
        mapper.hold(run, clock.instant());
    }

    /** Whether the calendar is another than the one by which all open deadlines were looked at last. */
    boolean isNewCalendar(long version) {
        Long last = mapper.lastCalendarVersion();
        return last != null && last < version;
    }

    void setCalendarVersion(WatchRun run, long version) {
        mapper.setCalendarVersion(run, version);
    }

    void setPosition(WatchRun run, String owner) {
        mapper.setPosition(run, owner);
    }

    void end(WatchRun run) {
        mapper.end(run, clock.instant());
    }

    private static Instant leaseFrom(Instant now) {
        return now.plus(LEASE);
    }

    private static byte[] holder() {
        byte[] holder = new byte[16];
        ThreadLocalRandom.current().nextBytes(holder);
        return holder;
    }
}
