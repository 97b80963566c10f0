package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.ReturnedCertificates;
import io.zhengxun.registry.certificate.RowPlace;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.DueDatesMoved;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.BatchNumber;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.review.ReturnReasons;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The returns: rows that went back to their institution, each return with its own deadline and history (R2). */
@Component
public class Returns {

    private final ReturnMapper mapper;
    private final ReturnReasons reasons;
    private final ReturnRowInsert rows;
    private final ReturnedCertificates certificates;
    private final Submissions submissions;
    private final Clocks clocks;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;
    private final BatchNumber numbers = new BatchNumber();

    Returns(
            ReturnMapper mapper,
            ReturnReasons reasons,
            ReturnRowInsert rows,
            ReturnedCertificates certificates,
            Submissions submissions,
            Clocks clocks,
            Outbox outbox,
            AuditTrail trail,
            Clock clock) {
        this.mapper = mapper;
        this.reasons = reasons;
        this.rows = rows;
        this.certificates = certificates;
        this.submissions = submissions;
        this.clocks = clocks;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    public Optional<Return> find(long id) {
        return Optional.ofNullable(mapper.byId(id));
    }

    public Map<Long, Return> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.byIds(ids).stream().collect(Collectors.toMap(Return::id, Function.identity()));
    }

    public Optional<Return> findByNumber(String number) {
        return Optional.ofNullable(mapper.byNumber(number));
    }

    /** As it stands, and stays until the caller's transaction ends. */
    Optional<Return> locked(String number) {
        return findByNumber(number).map(found -> mapper.lockedById(found.id()));
    }

    /** By number; at the cost of one query. */
    public Map<String, Return> findByNumbers(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : mapper.byNumbers(numbers).stream().collect(Collectors.toMap(Return::number, Function.identity()));
    }

    /** @throws Absent if there is none, or it lies outside of the scope */
    public Return visible(String number, Scope scope) {
        return findByNumber(number).filter(found -> found.isIn(scope)).orElseThrow(Absent::new);
    }

    /** What a person may do next with a return, as it is. */
    public static List<ReturnAct> possible(Return found, Staff by) {
        return MovingReturns.possible(found, by);
    }

    /** @throws ReturnChanged if it is not as the person saw it */
    Return seen(OrderedReturn ordered, Staff by) {
        Return found = visible(ordered.number(), by.scope());
        if (found.version() != ordered.version()) {
            throw new ReturnChanged(found);
        }
        return found;
    }

    /** @throws io.zhengxun.registry.refusal.FieldsRefused if rows cannot all be returned for this reason */
    void refuseUnusable(String reasonCode, String remark) {
        new ReturnCheck(reasons.all(), List.of()).checkReason(reasonCode, remark);
    }

    /**
     * Records a return of some rows of a batch: they leave it, how they are is kept, and the centre owes to pass the
     * notice on (D10). Done as the work of the batch's act {@code RETURN_SOME} or {@code RETURN_REST}.
     *
     * @throws io.zhengxun.registry.refusal.FieldsRefused with every row that cannot be returned, and why
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Return record(Submission batch, NewReturn terms, Staff by) {
        List<RowPlace> places = certificates.rowsOf(batch.id());
        List<ReturnCheck.Chosen> chosen = new ReturnCheck(reasons.all(), places).check(terms);
        Instant now = clock.instant();
        String number = numbers.next("TH", now);
        mapper.insert(new ReturnMapper.Recorded(number, batch, terms, by.username(), now));
        Return recorded = mapper.byNumber(number);
        List<Long> ids = chosen.stream().map(ReturnCheck.Chosen::certificateId).toList();
        rows.insertAll(recorded.id(), chosen, certificates.putIntoReturn(recorded.id(), batch.id(), ids));
        submissions.takeRows(batch.id(), ids.size());
        Deadline passOn = clocks.start(DeadlineRule.D10, recorded.subject(), LegalTime.dayOf(now));
        mapper.setDueOn(recorded.id(), passOn.dueOn());
        tell(recorded, batch, by);
        return mapper.byId(recorded.id());
    }

    private void tell(Return recorded, Submission batch, Staff by) {
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.RETURN, recorded.number());
        Map<String, String> facts = recorded.facts();
        facts.put("submission", batch.number());
        outbox.record(new OutboxEvent(
                "RETURN_RECORDED", subject, recorded.institutionId(), recorded.regionCode(), facts));
        trail.append(new Deed(by.actor(), "RETURN_RECORDED", subject, Map.of(), facts));
    }

    /** Lists are sorted by a copy of the due date: it follows when the calendar changes (T2). */
    @EventListener
    void follow(DueDatesMoved event) {
        event.moved().stream()
                .filter(moved -> moved.subject().kind() == DeadlineSubject.Kind.RETURN)
                .forEach(moved -> mapper.setDueOn(moved.subject().id(), moved.dueOn()));
    }
}
