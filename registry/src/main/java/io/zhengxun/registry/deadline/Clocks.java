package io.zhengxun.registry.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Map;
import java.util.Collection;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deadlines of cases as rows: started and stopped by the workflow within its own transaction, moved only when the
 * calendar changes (T2). Of one rule a subject has at most one open clock.
 */
@Component
public class Clocks {

    private final DeadlineMapper mapper;
    private final WorkingDayCalendar calendar;
    private final DeadlineSettings settings;
    private final Clock clock;

    Clocks(DeadlineMapper mapper, WorkingDayCalendar calendar, DeadlineSettings settings, Clock clock) {
        this.mapper = mapper;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts a clock. The calendar stays as it is until the caller's transaction ends.
     *
     * @param startDay legal day of the event that starts it; it does not count itself (T1)
     * @throws ClockRuns if one of the same rule and subject is open
     * @throws IllegalArgumentException for a rule of hours
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline start(DeadlineRule rule, DeadlineSubject subject, LocalDate startDay) {
        Period period = new Period(rule, settings.length(rule), startDay);
        PeriodEnd end = PeriodEnd.of(period, calendar.held());
        DeadlineInsert row = new DeadlineInsert(period, subject, end, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException e) {
            throw new ClockRuns(rule);
        }
        return row.stored();
    }

    /**
     * Stops the clock: what was due is done, in time or late.
     *
     * @param at when it was done
     * @param evidence what shows it, e.g. the number of a batch; at most 300 characters, nothing personal of holders
     * @throws NoClockRuns if none is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void meet(DeadlineRule rule, DeadlineSubject subject, Instant at, String evidence) {
        end(rule, subject, new DeadlineMapper.End(Deadline.State.MET, at, evidence));
    }

    /**
     * Stops the clock: it is no longer owed.
     *
     * @param evidence why; at most 300 characters, nothing personal of holders
     * @throws NoClockRuns if none is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(DeadlineRule rule, DeadlineSubject subject, Instant at, String evidence) {
        end(rule, subject, new DeadlineMapper.End(Deadline.State.WITHDRAWN, at, evidence));
    }

    private void end(DeadlineRule rule, DeadlineSubject subject, DeadlineMapper.End end) {
        if (mapper.end(rule, subject, end) == 0) {
            throw new NoClockRuns(rule);
        }
    }

    /** The open clock of a rule, if it runs. */
    public Optional<Deadline> running(DeadlineRule rule, DeadlineSubject subject) {
        return Optional.ofNullable(mapper.running(rule, subject)).map(DeadlineRow::deadline);
    }

    /** The open clocks of several subjects of one kind, by the subject's id; at the cost of one query. */
    public Map<Long, List<Deadline>> running(DeadlineSubject.Kind kind, Collection<Long> subjectIds) {
        return subjectIds.isEmpty()
                ? Map.of()
                : mapper.runningOf(kind, subjectIds).stream()
                        .map(DeadlineRow::deadline)
                        .collect(Collectors.groupingBy(deadline -> deadline.subject().id()));
    }

    /** All that ever ran for a subject, in the order in which they were started. */
    public List<Deadline> of(DeadlineSubject subject) {
        return mapper.of(subject).stream().map(DeadlineRow::deadline).toList();
    }

    /**
     * Open clocks in the order in which they are due, paged by key.
     *
     * @param after the key of the last one seen; {@link DeadlineKey#FIRST} for the first page
     */
    public List<Deadline> page(DeadlineFilter filter, DeadlineKey after, int limit) {
        return mapper.page(filter, after, limit).stream().map(DeadlineRow::deadline).toList();
    }
}
