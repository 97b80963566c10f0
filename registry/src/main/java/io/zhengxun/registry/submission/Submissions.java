package io.zhengxun.registry.submission;

import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Tier;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The batches of certificate data and how far each has come. */
@Component
public class Submissions {

    private final SubmissionMapper mapper;
    private final Deadlines deadlines;
    private final Clock clock;
    private final BatchNumber numbers = new BatchNumber();

    Submissions(SubmissionMapper mapper, Deadlines deadlines, Clock clock) {
        this.mapper = mapper;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Optional<Submission> find(long id) {
        return Optional.ofNullable(mapper.byId(id));
    }

    public Optional<Submission> findByNumber(String number) {
        return Optional.ofNullable(mapper.byNumber(number));
    }

    /** The batch that already came in the very same file (SHA-256), if one did (C6). */
    public Optional<Submission> findByFile(long institutionId, byte[] fileDigest) {
        return Optional.ofNullable(mapper.byFile(institutionId, fileDigest));
    }

    /**
     * Batches of some institutions, newest first, paged by key.
     *
     * @param before the id of the last one seen; {@code Long.MAX_VALUE} for the first page
     */
    public List<Submission> page(List<Long> institutions, long before, int limit) {
        return institutions.isEmpty() ? List.of() : mapper.page(institutions, before, limit);
    }

    /**
     * Records a batch within the caller's transaction.
     *
     * @throws FileAlreadyHandedIn if the same file of the institution was recorded before, also by another at once (C6)
     */
    public Submission record(NewSubmission submission) {
        String number = numbers.next("PC", clock.instant());
        try {
            mapper.insert(number, submission, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new FileAlreadyHandedIn();
        }
        return mapper.byNumber(number);
    }

    /** Sets the number of rows once they are all known, within the transaction that recorded the batch. */
    void countRows(long id, int rowCount) {
        mapper.setRowCount(id, rowCount);
    }

    /** How far a batch of an institution of that tier has come, and by when the next step is due (Q4, D2–D7). */
    public Progress progress(Submission submission, Tier tier) {
        Stage stage = submission.stage();
        return new Progress(
                stage,
                stage.desk(tier),
                LegalTime.dayOf(submission.stageSince()),
                stage.deadline(tier).flatMap(rule -> submission.clockStart().map(start -> deadlines.due(rule, start))));
    }
}
