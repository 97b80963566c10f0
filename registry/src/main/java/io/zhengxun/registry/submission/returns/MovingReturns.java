package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.submission.returns.ReturnMoves.Move;
import io.zhengxun.registry.submission.returns.ReturnStep.Doing;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Moves returns through {@link ReturnMoves}, within the caller's transaction: guards, changes the return, ends and begins
 * its deadline, tells outbox and trail.
 */
@Component
class MovingReturns {

    private final ReturnMapper mapper;
    private final Clocks clocks;
    private final Outbox outbox;
    private final Notices notices;
    private final AuditTrail trail;
    private final Clock clock;

    MovingReturns(
            ReturnMapper mapper, Clocks clocks, Outbox outbox, Notices notices, AuditTrail trail, Clock clock) {
        this.mapper = mapper;
        this.clocks = clocks;
        this.outbox = outbox;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param found as read in this transaction
     * @throws ReturnActNotPossible in a state in which the table does not know the act
     * @throws RoleNotAllowed for a role that may not do it
     * @throws ReturnChanged if somebody else acted first
     */
    Return move(Return found, Doing doing, Staff by) {
        Move move = line(found, doing.act());
        guard(move.who(), found, by);
        return carryOut(found, move, doing, by.actor());
    }

    /**
     * Does what no role does: what the system does itself, or the institution's contact, whom the caller has made sure of.
     *
     * @throws ReturnActNotPossible in a state in which the table does not know the act
     * @throws ReturnChanged if somebody else acted first
     */
    Return move(Return found, Doing doing, Actor by) {
        return carryOut(found, line(found, doing.act()), doing, by);
    }

    private Return carryOut(Return found, Move move, Doing doing, Actor by) {
        ReturnStep step = new ReturnStep(found, move, doing, by.username(), clock.instant());
        if (mapper.move(step) == 0) {
            throw new ReturnChanged(mapper.byIdAsCommitted(found.id()));
        }
        switchDeadline(found, step);
        Return moved = mapper.byId(found.id());
        tell(step, moved, by);
        return moved;
    }

    private static Move line(Return found, ReturnAct act) {
        return ReturnMoves.of(found.tier(), found.state(), act)
                .orElseThrow(() -> new ReturnActNotPossible(found, act));
    }

    /** What a person may do next with a return, as it is. */
    static List<ReturnAct> possible(Return found, Staff by) {
        return ReturnMoves.from(found.tier(), found.state()).stream()
                .filter(move -> move.who().contains(by.role()) && found.isIn(by.scope()))
                .map(Move::act)
                .toList();
    }

    /** @throws RoleNotAllowed for a role that may not do it in any state */
    static void guardRole(Return found, ReturnAct act, Staff by) {
        guard(ReturnMoves.who(found.tier(), act), found, by);
    }

    private static void guard(Set<Role> who, Return found, Staff by) {
        if (!who.contains(by.role()) || !found.isIn(by.scope())) {
            throw new RoleNotAllowed("T4");
        }
    }

    private void switchDeadline(Return found, ReturnStep step) {
        clocks.meet(
                step.move().ends().rule(found.returnedBy()), found.subject(), step.metAt(), step.doing().proof());
        if (step.move().begins() == null) {
            mapper.setDueOn(found.id(), null);
        } else {
            Deadline deadline = clocks.start(
                    step.move().begins().rule(found.returnedBy()), found.subject(), LegalTime.dayOf(step.notifiedAt()));
            mapper.setDueOn(found.id(), deadline.dueOn());
        }
    }

    private void tell(ReturnStep step, Return now, Actor by) {
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.RETURN, now.number());
        Map<String, String> after = new LinkedHashMap<>();
        after.put("state", now.state().name());
        after.put("notifiedAt", now.notifiedAt().toString());
        after.put("evidence", now.evidence().name());
        if (now.state() == ReturnState.CORRECTED) {
            after.put("correction", step.doing().proof());
        } else if (!now.evidenceNote().isEmpty()) {
            after.put("note", now.evidenceNote());
        }
        Map<String, String> before = Map.of("state", step.from().state().name());
        trail.append(new Deed(by, "RETURN_" + step.doing().act(), subject, before, after));
        outbox.record(new OutboxEvent(
                "RETURN_" + now.state(), subject, now.institutionId(), now.regionCode(), now.facts()));
        // The institution knows: each act of the table says so (T4).
        notices.outdate(NoticeKind.RETURN, subject, "RECEIVED");
    }
}
