package io.zhengxun.registry.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Calculates and explains due dates (T1, T2, D1–D11), by the calendar as it stands. It knows no case; the running
 * clocks of cases are {@link Clocks}.
 */
@Component
public class Deadlines {

    private final Supplier<WorkingDays> calendar;
    private final DeadlineSettings settings;
    private final Explanations explanations;

    public Deadlines(Supplier<WorkingDays> calendar, DeadlineSettings settings, MessageSource messages) {
        this.calendar = calendar;
        this.settings = settings;
        this.explanations = new Explanations(messages);
    }

    /**
     * By when what the rule demands is due, if the event that starts it happened on that legal day.
     *
     * @throws IllegalArgumentException for a rule of hours, which needs an instant
     */
    public DueDate due(DeadlineRule rule, LocalDate start) {
        return due(new Period(rule, settings.length(rule), start), calendar.get());
    }

    /** By when what the rule demands is due, if the event that starts it happened at that instant (D9). */
    public DueDate due(DeadlineRule rule, Instant start) {
        if (rule.unit() != DeadlineRule.Unit.HOURS) {
            return due(rule, LegalTime.dayOf(start));
        }
        Instant dueAt = start.plus(Duration.ofHours(rule.length()));
        return new DueDate(
                rule,
                LegalTime.dayOf(start),
                LegalTime.dayOf(dueAt),
                OffsetDateTime.ofInstant(dueAt, LegalTime.ZONE),
                false,
                explanations.explainHours(rule, start, dueAt));
    }

    /** The due date of a running or ended clock as its row has it, explained. */
    public DueDate due(Deadline deadline) {
        return new DueDate(
                deadline.rule(),
                deadline.startOn(),
                deadline.dueOn(),
                OffsetDateTime.ofInstant(deadline.dueAt(), LegalTime.ZONE),
                deadline.provisional(),
                explain(deadline));
    }

    /** How the due date of a running or ended clock is counted, by the calendar as it stands. */
    public String explain(Deadline deadline) {
        return due(deadline.period(), calendar.get()).explanation();
    }

    private DueDate due(Period period, WorkingDays workingDays) {
        Count count = Count.of(period, workingDays);
        return new DueDate(
                period.rule(),
                period.start(),
                count.end(),
                OffsetDateTime.ofInstant(LegalTime.endOf(count.end()), LegalTime.ZONE),
                !count.unarrangedYears().isEmpty(),
                explanations.explain(period, count));
    }
}
