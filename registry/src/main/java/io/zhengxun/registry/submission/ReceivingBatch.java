package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.NumberTaken;
import io.zhengxun.registry.institution.Institution;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * An institution hands in a file of certificate data (C6): machine checks first, everything stored in one
 * transaction or nothing, and a report of every flaw of every row.
 */
@Component
public class ReceivingBatch {

    private static final Logger log = LoggerFactory.getLogger(ReceivingBatch.class);
    private static final int ATTEMPTS = 3;

    private final BatchChecks checks;
    private final BatchRecords records;
    private final Submissions submissions;
    private final Clock clock;

    ReceivingBatch(BatchChecks checks, BatchRecords records, Submissions submissions, Clock clock) {
        this.checks = checks;
        this.records = records;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Receives a file; takes seconds for a large one.
     *
     * @param by the account that hands it in
     * @return the upload: stored as a batch, or refused with a report. A refused file may be tried as often as wanted.
     * @throws UnreadableSheet if the file is no sheet of certificate data
     * @throws FileAlreadyHandedIn if the same file became a batch before
     * @throws ReceivingInterrupted if the thread was interrupted; nothing is stored
     */
    public Upload receive(BatchFile file, Institution institution, String by) {
        HandedIn handedIn = HandedIn.of(file, institution, by, clock.instant());
        refuseRepeated(handedIn);
        try {
            Upload upload = write(handedIn);
            log.info("Upload {} of institution {}: {} with {} rows, {} of them faulty.", upload.number(),
                    institution.id(), upload.outcome(), upload.rowCount(), upload.faultyRows());
            clearOld(handedIn);
            return upload;
        } catch (FileAlreadyHandedIn e) {
            refuseRepeated(handedIn);
            throw e;
        }
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

    private void refuseRepeated(HandedIn handedIn) {
        submissions.findByFile(handedIn.institution().id(), handedIn.digest()).ifPresent(earlier -> {
            throw new FileAlreadyHandedIn(earlier);
        });
    }

    /**
     * A number that another batch took meanwhile, or a deadlock, undoes everything. The next check sees what the
     * other has stored, and says so row by row.
     */
    private Upload write(HandedIn handedIn) {
        for (int attempt = 1; ; attempt++) {
            try (CheckedChunks chunks = CheckedChunks.start(handedIn.file(), checks.begin(handedIn))) {
                return records.write(handedIn, chunks);
            } catch (NumberTaken | TransientDataAccessException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Storing a batch of institution {} begins again after attempt {}: {}",
                        handedIn.institution().id(), attempt, e.getClass().getSimpleName());
            }
        }
    }
}
