package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.IssuanceNotOpen;
import io.zhengxun.registry.request.OnceOnly;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written of a handed-in file: the whole batch in one transaction, or a report of why not in another (C6). */
@Component
class BatchRecords {

    private final Workflow workflow;
    private final Submissions submissions;
    private final Uploads uploads;
    private final Certificates certificates;
    private final OnceOnly onceOnly;
    private final TransactionTemplate transaction;

    BatchRecords(
            Workflow workflow,
            Submissions submissions,
            Uploads uploads,
            Certificates certificates,
            OnceOnly onceOnly,
            PlatformTransactionManager transactionManager) {
        this.workflow = workflow;
        this.submissions = submissions;
        this.uploads = uploads;
        this.certificates = certificates;
        this.onceOnly = onceOnly;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Each deletion is a transaction of its own, after the batch's: they hold no locks while it is stored. */
    void clearOld(HandedIn handedIn) {
        uploads.clearOld(handedIn);
    }

    /**
     * Stores chunks as they are checked; at the first flaw all of it is undone, and the rest goes to the report. The key
     * of a repeated request belongs to what is stored: a refused file may come again under it.
     */
    Upload write(HandedIn handedIn, CheckedChunks chunks) {
        try {
            return transaction.execute(
                    status -> onceOnly.run(handedIn.key(), Upload.class, () -> store(handedIn, chunks)));
        } catch (FirstFlaws flawed) {
            return transaction.execute(status -> report(handedIn, flawed.flaws, chunks));
        }
    }

    /** Undoes what was stored so far. */
    private static final class FirstFlaws extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Chunk.Flawed flaws;

        FirstFlaws(Chunk.Flawed flaws) {
            super("A flawed chunk", null, false, false);
            this.flaws = flaws;
        }
    }

    private Upload store(HandedIn handedIn, CheckedChunks chunks) {
        if (handedIn.issuance().state() != Issuance.State.OPEN) {
            throw new IssuanceNotOpen(handedIn.issuance());
        }
        NewSubmission.Source source =
                new NewSubmission.Source(handedIn.issuance().id(), null, handedIn.digest());
        AtomicReference<Tally> tally = new AtomicReference<>();
        Submission draft = workflow.begin(
                NewSubmission.draft(handedIn.institution(), source, handedIn.by().username(), handedIn.at()),
                handedIn.by().actor(),
                begun -> {
                    tally.set(storeRows(begun, chunks));
                    return facts(handedIn, tally.get());
                });
        return uploads.recordStored(handedIn, draft, tally.get());
    }

    /** The number of rows is known at the end only. */
    private Tally storeRows(Submission draft, CheckedChunks chunks) {
        while (true) {
            Chunk chunk = chunks.next();
            if (chunk instanceof Chunk.Clean clean) {
                certificates.store(draft.id(), draft.institutionId(), clean.certificates());
            } else if (chunk instanceof Chunk.Flawed flawed) {
                throw new FirstFlaws(flawed);
            } else if (chunk instanceof Chunk.End end) {
                submissions.countRows(draft.id(), end.tally().rows(), end.tally().lateRows());
                return end.tally();
            }
        }
    }

    private static Map<String, String> facts(HandedIn handedIn, Tally tally) {
        return Map.of("issuance", handedIn.issuance().number(), "rows", String.valueOf(tally.rows()));
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
