package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.DueDatesMoved;
import io.zhengxun.registry.refusal.Absent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The batches of certificate data. Their stages change by {@link Workflow} only. */
@Component
public class Submissions {

    private final SubmissionMapper mapper;
    private final OverdueStatementMapper statements;
    private final Clock clock;
    private final BatchNumber numbers = new BatchNumber();

    Submissions(SubmissionMapper mapper, OverdueStatementMapper statements, Clock clock) {
        this.mapper = mapper;
        this.statements = statements;
        this.clock = clock;
    }

    public Optional<Submission> find(long id) {
        return Optional.ofNullable(mapper.byId(id));
    }

    public Map<Long, Submission> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.byIds(ids).stream().collect(Collectors.toMap(Submission::id, Function.identity()));
    }

    public Optional<Submission> findByNumber(String number) {
        return Optional.ofNullable(mapper.byNumber(number));
    }

    /** By number; at the cost of one query. */
    public Map<String, Submission> findByNumbers(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : mapper.byNumbers(numbers).stream()
                        .collect(Collectors.toMap(Submission::number, Function.identity()));
    }

    /** The batch that corrects a return, if it came (R2). */
    public Optional<Submission> findAnswer(long returnId) {
        return Optional.ofNullable(mapper.byAnswer(returnId));
    }

    /** @throws Absent if there is none, or it lies outside of the scope */
    public Submission visible(String number, Scope scope) {
        return findByNumber(number).filter(batch -> batch.isIn(scope)).orElseThrow(Absent::new);
    }

    /** Why a batch came later than D1, if it did (T6). */
    public Optional<OverdueStatement> overdueStatement(long id) {
        return Optional.ofNullable(statements.of(id));
    }

    /** The batch that already came in the very same file (SHA-256), if one did (C6). */
    public Optional<Submission> findByFile(long institutionId, byte[] fileDigest) {
        return Optional.ofNullable(mapper.byFile(institutionId, fileDigest));
    }

    /**
     * Records a batch within the caller's transaction, without deadline and trail: {@link Workflow#begin} does it all.
     *
     * @throws FileAlreadyHandedIn if the same file of the institution was recorded before, also by another at once (C6)
     */
    Submission record(NewSubmission submission) {
        String number = numbers.next("PC", clock.instant());
        try {
            mapper.insert(number, submission, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new FileAlreadyHandedIn();
        }
        mapper.copyIssueDate(number);
        return mapper.byNumber(number);
    }

    /** Sets the number of rows once they are all known, within the transaction that recorded the batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void countRows(long id, int rows, int lateRows) {
        mapper.setRows(id, rows, lateRows);
    }

    /** A correction may have other issue dates than the issuance: lists know it by the earliest of its rows (R2, T3). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setIssuedOn(long id, LocalDate earliest) {
        mapper.setIssuedOn(id, earliest);
    }

    /** Rows leave the batch, within the transaction that returns them (R2). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeRows(long id, int rows) {
        mapper.takeRows(id, rows);
    }

    /** The file may come again: the batch is being discarded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetFile(long id) {
        mapper.forgetFile(id);
    }

    /** In which file it went to the ministry (R4). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setExport(long id, long exportId) {
        mapper.setExport(id, exportId);
    }

    void setDueOn(long id, LocalDate dueOn) {
        mapper.setDueOn(id, dueOn);
    }

    /** The queues are sorted by a copy of the due date: it follows when the calendar changes (T2). */
    @EventListener
    void follow(DueDatesMoved event) {
        event.moved().stream()
                .filter(moved -> moved.subject().kind() == DeadlineSubject.Kind.SUBMISSION)
                .forEach(moved -> mapper.setDueOn(moved.subject().id(), moved.dueOn()));
    }
}
