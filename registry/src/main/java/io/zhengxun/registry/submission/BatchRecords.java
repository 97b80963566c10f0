package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.Certificates;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written of a handed-in file: the whole batch in one transaction, or a report of why not in another (C6). */
@Component
class BatchRecords {

    private final Submissions submissions;
    private final Uploads uploads;
    private final Certificates certificates;
    private final TransactionTemplate transaction;

    BatchRecords(
            Submissions submissions,
            Uploads uploads,
            Certificates certificates,
            PlatformTransactionManager transactionManager) {
        this.submissions = submissions;
        this.uploads = uploads;
        this.certificates = certificates;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Each deletion is a transaction of its own, after the batch's: they hold no locks while it is stored. */
    void clearOld(HandedIn handedIn) {
        uploads.clearOld(handedIn);
    }

    /** Stores chunks as they are checked; at the first flaw all of it is undone, and the rest goes to the report. */
    Upload write(HandedIn handedIn, CheckedChunks chunks) {
        Attempt attempt = transaction.execute(status -> store(handedIn, chunks, status));
        return attempt.stored().orElseGet(
                () -> transaction.execute(status -> report(handedIn, attempt.firstFlaws(), chunks)));
    }

    /** The upload of a stored batch, or the first flaws of a refused one. */
    private record Attempt(Optional<Upload> stored, Chunk.Flawed firstFlaws) {}

    private Attempt store(HandedIn handedIn, CheckedChunks chunks, TransactionStatus status) {
        long institution = handedIn.institution().id();
        // The number of rows is known at the end only.
        Submission submission = submissions.record(NewSubmission.draft(
                handedIn.institution(), new NewSubmission.Source(null, null, handedIn.digest()), handedIn.by(), handedIn.at()));
        while (true) {
            Chunk chunk = chunks.next();
            if (chunk instanceof Chunk.Clean clean) {
                certificates.store(submission.id(), institution, clean.certificates());
            } else if (chunk instanceof Chunk.Flawed flawed) {
                status.setRollbackOnly();
                return new Attempt(Optional.empty(), flawed);
            } else if (chunk instanceof Chunk.End end) {
                submissions.countRows(submission.id(), end.tally().rows(), end.tally().lateRows());
                return new Attempt(Optional.of(uploads.recordStored(handedIn, submission, end.tally())), null);
            }
        }
    }

    /** Writes the report of a refused sheet within the caller's transaction, to the last row. */
    Upload report(HandedIn handedIn, Chunk.Flawed first, CheckedChunks chunks) {
        Upload upload = uploads.beginReport(handedIn);
        int flaws = 0;
        Chunk chunk = first;
        while (true) {
            if (chunk instanceof Chunk.Flawed flawed) {
                flaws = uploads.addFlaws(upload, flaws, flawed.flaws());
            } else if (chunk instanceof Chunk.End end) {
                return uploads.endReport(upload, end.tally());
            }
            chunk = chunks.next();
        }
    }
}
