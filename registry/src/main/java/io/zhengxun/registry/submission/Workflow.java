package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.submission.Moves.Move;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves batches through {@link Moves}: every act guards, changes the batch, ends and begins its deadline, does the work
 * of its use case, and tells outbox and trail, all in the caller's one transaction. Whoever comes second, or saw an
 * older state, is refused.
 */
@Component
public class Workflow {

    private static final Set<Desk> CENTRES = EnumSet.of(Desk.CITY, Desk.PROVINCE);

    private final SubmissionMapper mapper;
    private final Submissions submissions;
    private final Clocks clocks;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Workflow(
            SubmissionMapper mapper,
            Submissions submissions,
            Clocks clocks,
            Outbox outbox,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.submissions = submissions;
        this.clocks = clocks;
        this.outbox = outbox;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The batch that a person wants to act on.
     *
     * @throws io.zhengxun.registry.refusal.Absent if it does not exist or lies outside of the person's scope
     * @throws ChangedMeanwhile if it is not as the person saw it
     */
    public Submission seen(Ordered ordered, Staff by) {
        Submission batch = submissions.visible(ordered.number(), by.scope());
        if (batch.version() != ordered.version()) {
            throw new ChangedMeanwhile(batch);
        }
        return batch;
    }

    /**
     * Does an act with a batch.
     *
     * @param batch as read from the database in this transaction
     * @param work what else belongs to the act, done with the batch already moved; it answers facts for trail and
     *     outbox: no personal data
     * @return the batch as it is now
     * @throws ActNotPossible at a stage at which the table does not know the act
     * @throws RoleNotAllowed for a role that may not do it there
     * @throws ReviewedByTheSame when somebody who has reviewed it at this desk approves it or sends it back (W2)
     * @throws ChangedMeanwhile if somebody else acted first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Submission move(Submission batch, Act act, Staff by, Function<Submission, Map<String, String>> work) {
        Move move = allowed(batch, act, by);
        Submission moved = new Step(batch, move, by.username(), clock.instant()).result();
        if (mapper.move(batch.stage(), moved) == 0) {
            throw new ChangedMeanwhile(mapper.byIdAsCommitted(batch.id()));
        }
        if (act.isReview() && CENTRES.contains(batch.desk())) {
            mapper.rememberReviewer(batch, by.username());
        }
        switchDeadline(moved, move.ends(), move.begins());
        Map<String, String> facts = work.apply(moved);
        announce(moved);
        tell(batch.stage().name(), moved, by.actor(), facts);
        return submissions.find(batch.id()).orElseThrow();
    }

    /**
     * Records a new batch at its first stage, with the deadline that runs there.
     *
     * @param work as in {@link #move}; it is to store the rows and count them
     * @throws FileAlreadyHandedIn if the same file of the institution was recorded before (C6)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Submission begin(NewSubmission submission, Actor by, Function<Submission, Map<String, String>> work) {
        Submission begun = submissions.record(submission);
        DeadlineRule begins = begun.stage().deadline(begun.tier()).orElse(null);
        switchDeadline(begun, null, begins);
        Map<String, String> facts = work.apply(begun);
        Submission recorded = submissions.find(begun.id()).orElseThrow();
        announce(recorded);
        tell("", recorded, by, facts);
        return recorded;
    }

    /** What a person may do next with a batch, as it is. */
    public static List<Act> possible(Submission batch, Staff by) {
        return Moves.from(batch.tier(), batch.stage()).stream()
                .filter(move -> refusal(batch, move, by).isEmpty())
                .map(Move::act)
                .toList();
    }

    private static Move allowed(Submission batch, Act act, Staff by) {
        Move move = Moves.of(batch.tier(), batch.stage(), act).orElseThrow(() -> new ActNotPossible(batch, act));
        refusal(batch, move, by).ifPresent(refusal -> {
            throw refusal;
        });
        return move;
    }

    private static Optional<Refusal> refusal(Submission batch, Move move, Staff by) {
        if (!move.who().contains(by.role()) || !batch.isIn(by.scope())) {
            return Optional.of(new RoleNotAllowed("W1"));
        }
        if (move.act().isDecision() && batch.wasReviewedBy(by.username())) {
            return Optional.of(new ReviewedByTheSame(batch));
        }
        return Optional.empty();
    }

    private void announce(Submission batch) {
        if (batch.stage() == Stage.RECEIVED) {
            events.publishEvent(new Received(batch));
        }
    }

    private void switchDeadline(Submission batch, DeadlineRule ends, DeadlineRule begins) {
        DeadlineSubject subject = subject(batch);
        if (ends != null) {
            clocks.meet(ends, subject, clock.instant(), batch.stage().name());
        }
        if (begins != null) {
            Deadline deadline = clocks.start(begins, subject, LegalTime.dayOf(batch.deskReceivedAt()));
            submissions.setDueOn(batch.id(), deadline.dueOn());
        } else if (ends != null) {
            submissions.setDueOn(batch.id(), null);
        }
    }

    /** Whose deadline a batch's is. */
    public static DeadlineSubject subject(Submission batch) {
        return new DeadlineSubject(
                DeadlineSubject.Kind.SUBMISSION, batch.id(), batch.institutionId(), batch.regionCode());
    }

    private void tell(String stageBefore, Submission now, Actor by, Map<String, String> facts) {
        String act = now.lastAct() == null ? "SUBMISSION_RECORDED" : "SUBMISSION_" + now.lastAct();
        Subject subject = new Subject(Subject.Kind.SUBMISSION, now.number());
        Map<String, String> after = new LinkedHashMap<>();
        after.put("stage", now.stage().name());
        after.putAll(facts);
        outbox.record(new OutboxEvent(act, subject, now.institutionId(), now.regionCode(), after));
        Map<String, String> before = stageBefore.isEmpty() ? Map.of() : Map.of("stage", stageBefore);
        trail.append(new Deed(by, act, subject, before, after));
    }
}
