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
        events.addAll(deadlines(Workflow.subject(batch), batch.number()));
        return events;
    }

    List<HistoryEvent> ofReturn(Return found) {
        List<HistoryEvent> events = acts(new Deed.Subject(Deed.Subject.Kind.RETURN, found.number()));
        events.addAll(deadlines(found.subject(), found.number()));
        return events;
    }

    List<HistoryEvent> ofCertificate(String number) {
        return acts(new Deed.Subject(Deed.Subject.Kind.CERTIFICATE, number));
    }

    /** What happened first comes first; a deadline begins behind the act that began it. */
    static List<HistoryEvent> ordered(List<HistoryEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(HistoryEvent::at)
                        .thenComparing(event -> event.code().equals(HistoryEvent.DEADLINE_STARTED)))
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

    private List<HistoryEvent> deadlines(DeadlineSubject subject, String number) {
        List<HistoryEvent> events = new ArrayList<>();
        for (Deadline deadline : clocks.of(subject)) {
            events.add(event(deadline.startedAt(), HistoryEvent.DEADLINE_STARTED, deadline, number));
            Instant end = deadline.endedAt() == null ? clock.instant() : deadline.endedAt();
            boolean late = !end.isBefore(deadline.dueAt());
            if (late && deadline.state() != Deadline.State.WITHDRAWN) {
                events.add(event(deadline.dueAt(), HistoryEvent.DEADLINE_PASSED, deadline, number));
            }
            switch (deadline.state()) {
                case OPEN -> { }
                case MET -> events.add(event(
                        end, late ? HistoryEvent.DEADLINE_MET_LATE : HistoryEvent.DEADLINE_MET, deadline, number));
                case WITHDRAWN -> events.add(event(end, HistoryEvent.DEADLINE_WITHDRAWN, deadline, number));
            }
        }
        return events;
    }

    private static HistoryEvent event(Instant at, String code, Deadline deadline, String number) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rule", deadline.rule().name());
        facts.put("due", deadline.dueOn().toString());
        return new HistoryEvent(at, code, number, null, facts);
    }
}
