package io.zhengxun.registry.deadline;

import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.request.OnceOnly;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A release may bring a newer calendar library along: the first instance that starts with it counts the open deadlines of
 * the years that are arranged now (T2).
 */
@Component
class InstalledArrangements {

    private static final Logger log = LoggerFactory.getLogger(InstalledArrangements.class);

    private final CalendarChanges changes;
    private final WorkingDayCalendar calendar;
    private final Recount recount;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final OnceOnly inTransaction;
    private final Clock clock;

    InstalledArrangements(
            CalendarChanges changes,
            WorkingDayCalendar calendar,
            Recount recount,
            AuditTrail trail,
            ApplicationEventPublisher events,
            OnceOnly inTransaction,
            Clock clock) {
        this.changes = changes;
        this.calendar = calendar;
        this.recount = recount;
        this.trail = trail;
        this.events = events;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** After a deadlock with an act all of it is done again: it must not keep an instance from starting. */
    @EventListener(ApplicationReadyEvent.class)
    void settle() {
        inTransaction.run(null, Boolean.class, this::settled);
    }

    /** @return false if another start was first */
    private boolean settled() {
        int year = YearCalendar.lastPublished();
        CalendarVersion version = changes.alone();
        if (version.libraryYear() != null && version.libraryYear() >= year) {
            return false;
        }
        int first = version.libraryYear() == null ? year : version.libraryYear() + 1;
        List<DueDateMove> moves =
                recount.apply(ChangedDays.ofYears(first, year), calendar.heldState().workingDays());
        changes.storeLibraryYear(year, clock.instant());
        DueDatesMoved.of(moves).ifPresent(events::publishEvent);
        trail.append(CalendarDeeds.ofLibrary(year, Moves.of(moves)));
        log.info("The calendar is arranged up to {}; {} open deadlines were counted anew.", year, moves.size());
        return true;
    }
}
