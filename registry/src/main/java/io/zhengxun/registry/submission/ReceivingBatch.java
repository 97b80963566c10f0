package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.NumberTaken;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.IssuanceNotOpen;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.request.RequestKey;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * An institution uploads a file of certificate data that answers an issuance (C6, T3): machine checks first, everything
 * stored as a draft in one transaction or nothing, and a report of every flaw of every row.
 */
@Component
public class ReceivingBatch {

    private static final Logger log = LoggerFactory.getLogger(ReceivingBatch.class);
    private static final int ATTEMPTS = 3;

    private final BatchChecks checks;
    private final BatchRecords records;
    private final Submissions submissions;
    private final Institutions institutions;
    private final Issuances issuances;
    private final Clock clock;

    ReceivingBatch(
            BatchChecks checks,
            BatchRecords records,
            Submissions submissions,
            Institutions institutions,
            Issuances issuances,
            Clock clock) {
        this.checks = checks;
        this.records = records;
        this.submissions = submissions;
        this.institutions = institutions;
        this.issuances = issuances;
        this.clock = clock;
    }

    /**
     * Receives a file; takes seconds for a large one.
     *
     * @param issuance number of the issuance that it answers
     * @param by who hands it in, an institution's data manager
     * @param key by which a repetition is known and gets the stored upload again, or null
     * @return the upload: stored as a draft, or refused with a report. A refused file may be tried as often as wanted.
     * @throws Absent if the institution has no such issuance
     * @throws IssuanceNotOpen if nothing of it is to be reported
     * @throws UnreadableSheet if the file is no sheet of certificate data
     * @throws FileAlreadyHandedIn if the same file became a batch before
     * @throws ReceivingInterrupted if the thread was interrupted; nothing is stored
     */
    public Upload receive(BatchFile file, String issuance, Staff by, RequestKey key) {
        HandedIn handedIn = handedIn(file, issuance, by, key);
        if (key == null) {
            refuseUnanswerable(handedIn);
        }
        try {
            Upload upload = write(handedIn);
            log.info("Upload {} of institution {}: {} with {} rows, {} of them faulty.", upload.number(),
                    upload.institutionId(), upload.outcome(), upload.rowCount(), upload.faultyRows());
            clearOld(handedIn);
            return upload;
        } catch (FileAlreadyHandedIn e) {
            refuseRepeated(handedIn);
            throw e;
        }
    }

    private HandedIn handedIn(BatchFile file, String issuance, Staff by, RequestKey key) {
        if (by.role() != Role.INSTITUTION_DATA_MANAGER) {
            throw new RoleNotAllowed("T3");
        }
        Institution institution = institutions.find(by.scope().institutionId()).orElseThrow(Absent::new);
        return new HandedIn(file, institution, issuances.visible(issuance, by.scope()), by, key, clock.instant());
    }

    /** Before anything is read of the file. */
    private void refuseUnanswerable(HandedIn handedIn) {
        refuseRepeated(handedIn);
        if (handedIn.issuance().state() != Issuance.State.OPEN) {
            throw new IssuanceNotOpen(handedIn.issuance());
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
