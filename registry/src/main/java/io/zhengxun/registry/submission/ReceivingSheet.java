package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.SealedCertificates;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.submission.SheetPurpose.CheckedRows;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives a sheet for a purpose as {@link ReceivingBatch} does a report: machine checks first, everything stored in one
 * transaction or nothing, and a report of every flaw of every row (C6). Neither D1 nor D8 holds for it.
 */
@Component
public class ReceivingSheet {

    private static final Logger log = LoggerFactory.getLogger(ReceivingSheet.class);
    private static final int ATTEMPTS = 3;

    private final BatchChecks checks;
    private final BatchRecords records;
    private final Uploads uploads;
    private final OnceOnly onceOnly;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReceivingSheet(
            BatchChecks checks,
            BatchRecords records,
            Uploads uploads,
            OnceOnly onceOnly,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.checks = checks;
        this.records = records;
        this.uploads = uploads;
        this.onceOnly = onceOnly;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /**
     * Receives a sheet; takes seconds for a large one.
     *
     * @return the upload: stored as a batch, or refused with a report. A refused file may be tried as often as wanted.
     * @throws UnreadableSheet if the file is no sheet of certificate data
     * @throws ReceivingInterrupted if the thread was interrupted; nothing is stored
     */
    public Upload receive(SheetOrder order, SheetPurpose purpose) {
        HandedIn handedIn =
                new HandedIn(order.file(), order.institution(), null, order.by(), order.key(), clock.instant());
        Upload upload = write(handedIn, purpose);
        log.info("Upload {} of institution {}: {} with {} rows, {} of them faulty.", upload.number(),
                order.institution().id(), upload.outcome(), upload.rowCount(), upload.faultyRows());
        clearOld(handedIn);
        return upload;
    }

    /** What cannot be cleared now is cleared after another upload: it shall not spoil this one. */
    private void clearOld(HandedIn handedIn) {
        try {
            records.clearOld(handedIn);
        } catch (RuntimeException e) {
            log.warn("Old uploads could not be cleared and stay until the next upload: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** A deadlock undoes everything; the next attempt reads the sheet anew. */
    private Upload write(HandedIn handedIn, SheetPurpose purpose) {
        for (int attempt = 1; ; attempt++) {
            try (CheckedChunks chunks = CheckedChunks.start(handedIn.file(), checks.begin(handedIn, purpose))) {
                return write(handedIn, purpose, chunks);
            } catch (TransientDataAccessException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Storing a sheet of institution {} begins again after attempt {}: {}",
                        handedIn.institution().id(), attempt, e.getClass().getSimpleName());
            }
        }
    }

    private Upload write(HandedIn handedIn, SheetPurpose purpose, CheckedChunks chunks) {
        try {
            String number = transaction.execute(status -> onceOnly.run(handedIn.key(), String.class, () -> {
                Rows rows = new Rows(chunks);
                Submission stored = purpose.store(rows, handedIn.digest());
                return uploads.recordStored(handedIn, stored, rows.tally()).number();
            }));
            return uploads.findByNumber(number).orElseThrow();
        } catch (FaultySheet e) {
            return transaction.execute(status -> records.report(handedIn, e.first(), chunks));
        }
    }

    /** The checked rows of a sheet, until one is faulty. */
    private static final class Rows implements CheckedRows {

        private final CheckedChunks chunks;
        private Tally tally;

        Rows(CheckedChunks chunks) {
            this.chunks = chunks;
        }

        @Override
        public SealedCertificates next() {
            Chunk chunk = chunks.next();
            if (chunk instanceof Chunk.Flawed flawed) {
                throw new FaultySheet(flawed);
            } else if (chunk instanceof Chunk.Clean clean) {
                return clean.certificates();
            }
            tally = ((Chunk.End) chunk).tally();
            return null;
        }

        @Override
        public int count() {
            return tally().rows();
        }

        Tally tally() {
            if (tally == null) {
                throw new IllegalStateException("The rows of a sheet are not all stored.");
            }
            return tally;
        }
    }
}
