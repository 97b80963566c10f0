package io.zhengxun.registry.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar as it stands (T2). Each instance keeps it in memory and asks for its version before it is 2 s old; a
 * transaction that starts clocks asks each time.
 */
@Component
class WorkingDayCalendar implements Supplier<WorkingDays> {

    private static final Duration KEPT = Duration.ofSeconds(2);

    private final CalendarMapper mapper;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>();

    WorkingDayCalendar(CalendarMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    private record Known(long version, WorkingDays days, Instant asked) {

        boolean isYoung(Instant now) {
            return Duration.between(asked, now).abs().compareTo(KEPT) < 0;
        }
    }

    /** For answers: at most 2 s old. */
    @Override
    public WorkingDays get() {
        Known kept = known.get();
        Instant now = clock.instant();
        if (kept != null && kept.isYoung(now)) {
            return kept.days();
        }
        // The version first: days read after it may be newer, and are then read again; never older.
        long version = mapper.version().version();
        boolean same = kept != null && kept.version() >= version;
        WorkingDays days = same ? kept.days() : state().workingDays();
        keep(new Known(same ? kept.version() : version, days, now));
        return days;
    }

    /** For clocks: as it stands, and stays until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WorkingDays held() {
        long version = mapper.sharedVersion().version();
        Known kept = known.get();
        if (kept != null && kept.version() == version) {
            return kept.days();
        }
        WorkingDays days = heldState().workingDays();
        keep(new Known(version, days, clock.instant()));
        return days;
    }

    /** A snapshot of an old transaction never replaces what is newer. */
    private void keep(Known read) {
        known.accumulateAndGet(read, (now, next) -> now != null && now.version() > next.version() ? now : next);
    }

    /** What is stored, current and held: for a transaction that changes it. */
    CalendarState heldState() {
        return CalendarState.of(mapper.sharedArrangedYears(), mapper.sharedArrangedDays(), mapper.sharedOverrides());
    }

    CalendarState state() {
        return CalendarState.of(mapper.arrangedYears(), mapper.arrangedDays(), mapper.overrides());
    }

    /** This instance changed it: the next question is answered by the new one. */
    void forget() {
        known.set(null);
    }
}
