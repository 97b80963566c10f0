package io.zhengxun.registry.complaint;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Moves complaints through {@link ComplaintMoves}, within the caller's transaction: changes the complaint, keeps what was written,
 * ends and begins its deadlines, tells outbox and trail, neither of which learns what was written (Q6).
 */
@Component
class MovingComplaints {

    private static final List<DeadlineRule> D11 = List.of(DeadlineRule.D11_ANSWER, DeadlineRule.D11_RESOLUTION);

    private final ComplaintMapper mapper;
    private final Complaints complaints;
    private final Clocks clocks;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Vault vault;
    private final Clock clock;

    MovingComplaints(
            ComplaintMapper mapper,
            Complaints complaints,
            Clocks clocks,
            Outbox outbox,
            AuditTrail trail,
            Vault vault,
            Clock clock) {
        this.mapper = mapper;
        this.complaints = complaints;
        this.clocks = clocks;
        this.outbox = outbox;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** As exact as the columns are. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * @param from as read in this transaction
     * @param to as it shall be; its due date and version are not looked at
     * @throws ComplaintChanged if somebody else acted first
     */
    Complaint move(Complaint from, Complaint to, ComplaintMoves.Move move, Actor by) {
        if (mapper.move(from, to) == 0) {
            throw new ComplaintChanged(mapper.byIdAsCommitted(from.id()));
        }
        Instant now = now();
        if (move.act() == ComplaintAct.REOPEN) {
            startClocks(to, now);
        } else if (move.meets() != null && clocks.running(move.meets(), to.subject()).isPresent()) {
            clocks.meet(move.meets(), to.subject(), now, to.number());
        }
        turnStatementClock(to, move, now);
        complaints.copyDueDate(to);
        Complaint moved = mapper.byIdAsCommitted(from.id());
        tell("COMPLAINT_" + move.act(), from, moved, by);
        return moved;
    }

    /** An answer without it ends it too: then the institution owes nothing any more. */
    private void turnStatementClock(Complaint to, ComplaintMoves.Move move, Instant now) {
        if (move.act() == ComplaintAct.ASK) {
            clocks.start(DeadlineRule.D11_STATEMENT, to.subjectOfInstitution(), LegalTime.dayOf(now));
            return;
        }
        boolean owed = move.from() == ComplaintState.STATEMENT_ASKED && move.to() != ComplaintState.STATEMENT_ASKED
                && clocks.running(DeadlineRule.D11_STATEMENT, to.subject()).isPresent();
        if (owed && move.act() == ComplaintAct.STATE) {
            clocks.meet(DeadlineRule.D11_STATEMENT, to.subject(), now, to.number());
        } else if (owed) {
            clocks.withdraw(DeadlineRule.D11_STATEMENT, to.subject(), now, to.number());
        }
    }

    void startClocks(Complaint of, Instant at) {
        D11.forEach(rule -> clocks.start(rule, of.subject(), LegalTime.dayOf(at)));
    }

    void write(Complaint about, ComplaintEntry.Kind kind, ComplaintText text, String by) {
        mapper.insertEntry(new ComplaintMapper.NewEntry(about.id(), kind, vault.seal(text.plain()), by, now()));
    }

    /** @param from null for a new one */
    void tell(String act, Complaint from, Complaint now, Actor by) {
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.COMPLAINT, now.number());
        Map<String, String> facts = now.facts();
        facts.put("from", from == null ? "" : from.state().name());
        outbox.record(new OutboxEvent(act, subject, now.institutionId(), now.regionCode(), facts));
        trail.append(new Deed(by, act, subject, from == null ? Map.of() : kept(from), kept(now)));
    }

    private static Map<String, String> kept(Complaint complaint) {
        Map<String, String> kept = new LinkedHashMap<>(complaint.facts());
        kept.put("assignedTo", complaint.assignedTo() == null ? "" : complaint.assignedTo());
        kept.put("institutionId", complaint.institutionId() == null ? "" : complaint.institutionId().toString());
        return kept;
    }
}
