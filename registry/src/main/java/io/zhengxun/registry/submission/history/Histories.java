package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.Returns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what happened to batches and their returns: acts from the trail, uploads, and what was due. */
@Component
public class Histories {

    /** Of one batch, returns whose history is told with it. */
    private static final int MOST_RETURNS = 200;
    private static final Duration LONGEST_ACT = Duration.ofSeconds(30);
    /** Who only looked changed nothing. */
    private static final String LOOKED_AT = "ROWS_SHOWN";

    private final HistoryMapper mapper;
    private final Returns returns;
    private final AuditTrail trail;
    private final Clocks clocks;
    private final Clock clock;

    Histories(HistoryMapper mapper, Returns returns, AuditTrail trail, Clocks clocks, Clock clock) {
        this.mapper = mapper;
        this.returns = returns;
        this.trail = trail;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** A batch's whole history with that of its returns, in order. Whether it may be seen is the caller's to ask. */
    public List<HistoryEvent> of(Submission batch) {
        List<HistoryEvent> events = new ArrayList<>(ofBatch(batch));
        mapper.returnsOf(batch.id(), MOST_RETURNS)
                .forEach(id -> returns.find(id).map(this::ofReturn).ifPresent(events::addAll));
        return ordered(events);
    }

    List<HistoryEvent> ofBatch(Submission batch) {
        List<HistoryEvent> events = acts(new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch.number()));
        for (HistoryMapper.Uploaded upload : mapper.uploads(batch.id())) {
            Map<String, String> facts = Map.of("upload", upload.number(), "rows", String.valueOf(upload.rows()));
            events.add(new HistoryEvent(upload.at(), HistoryEvent.UPLOADED, batch.number(), null, facts));
        }
        events.addAll(deadlines(Workflow.subject(batch), batch.number(), events));
        return events;
    }

    List<HistoryEvent> ofReturn(Return found) {
        List<HistoryEvent> events = acts(new Deed.Subject(Deed.Subject.Kind.RETURN, found.number()));
        events.addAll(deadlines(found.subject(), found.number(), events));
        return events;
    }

    List<HistoryEvent> ofCertificate(String number) {
        return acts(new Deed.Subject(Deed.Subject.Kind.CERTIFICATE, number));
    }

    /** What happened first comes first; behind an act comes what it began and ended. */
    static List<HistoryEvent> ordered(List<HistoryEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(HistoryEvent::at).thenComparing(event -> event.code().startsWith("DEADLINE")))
                .toList();
    }

    private List<HistoryEvent> acts(Deed.Subject subject) {
        List<HistoryEvent> events = new ArrayList<>();
        for (AuditEntry entry : trail.of(subject)) {
            if (!entry.act().equals(LOOKED_AT)) {
                events.add(new HistoryEvent(entry.at(), entry.act(), subject.key(), entry.actor(), entry.after()));
            }
        }
        return events;
    }

    private List<HistoryEvent> deadlines(DeadlineSubject subject, String number, List<HistoryEvent> acts) {
        List<HistoryEvent> events = new ArrayList<>();
        for (Deadline deadline : clocks.of(subject)) {
            Told told = new Told(number, deadline);
            events.add(told.at(ofAct(deadline.startedAt(), acts), HistoryEvent.DEADLINE_STARTED));
            Instant end = deadline.endedAt() == null ? clock.instant() : deadline.endedAt();
            boolean late = !end.isBefore(deadline.dueAt());
            if (late && deadline.state() != Deadline.State.WITHDRAWN) {
                events.add(told.at(deadline.dueAt(), HistoryEvent.DEADLINE_PASSED));
            }
            switch (deadline.state()) {
                case OPEN -> { }
                case MET -> events.add(told.at(
                        ofAct(end, acts), late ? HistoryEvent.DEADLINE_MET_LATE : HistoryEvent.DEADLINE_MET));
                case WITHDRAWN -> events.add(told.at(ofAct(end, acts), HistoryEvent.DEADLINE_WITHDRAWN));
            }
        }
        return events;
    }

    /** A deadline is started and ended some milliseconds before the trail takes the act that does it: told at one time. */
    private static Instant ofAct(Instant at, List<HistoryEvent> acts) {
        return acts.stream()
                .map(HistoryEvent::at)
                .filter(act -> !act.isBefore(at) && act.isBefore(at.plus(LONGEST_ACT)))
                .min(Comparator.naturalOrder())
                .orElse(at);
    }

    private record Told(String number, Deadline deadline) {

        HistoryEvent at(Instant at, String code) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("rule", deadline.rule().name());
            facts.put("due", deadline.dueOn().toString());
            return new HistoryEvent(at, code, number, null, facts);
        }
    }
}
