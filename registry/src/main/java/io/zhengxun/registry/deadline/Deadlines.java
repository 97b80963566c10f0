package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Calculates and explains due dates (T1, T2, D1–D8). The same question always has the same answer. */
@Component
public class Deadlines {

    private final WorkingDays workingDays;
    private final Explanations explanations;

    public Deadlines(WorkingDays workingDays, MessageSource messages) {
        this.workingDays = workingDays;
        this.explanations = new Explanations(messages);
    }

    /** By when what the rule demands is due, if the event that starts it happened on that legal day. */
    public DueDate due(DeadlineRule rule, LocalDate start) {
        Count count = Count.of(rule, start, workingDays);
        return new DueDate(
                rule,
                start,
                count.end(),
                OffsetDateTime.ofInstant(LegalTime.endOf(count.end()), LegalTime.ZONE),
                !count.unarrangedYears().isEmpty(),
                explanations.explain(rule, start, count));
    }
}
