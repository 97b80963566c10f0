package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.privacy.Vault;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tries to hand in a file: their reports and, for a while, the refused files themselves, sealed (C6, Q6). */
@Component
public class Uploads {

    private static final int PART_BYTES = 256 * 1024;
    /** What a statement deletes in far less than the driver's time limit. */
    private static final int FLAWS_DELETED_AT_ONCE = 5000;
    private static final int PARTS_DELETED_AT_ONCE = 20;

    private final UploadMapper mapper;
    private final UploadFlawInsert flawInsert;
    private final UploadSettings settings;
    private final Vault vault;
    private final AuditTrail trail;
    private final BatchNumber numbers = new BatchNumber();

    Uploads(
            UploadMapper mapper, UploadFlawInsert flawInsert, UploadSettings settings, Vault vault, AuditTrail trail) {
        this.mapper = mapper;
        this.flawInsert = flawInsert;
        this.settings = settings;
        this.vault = vault;
        this.trail = trail;
    }

    public Optional<Upload> findByNumber(String number) {
        return Optional.ofNullable(mapper.byNumber(number));
    }

    /**
     * The report's errors in the order of rows, paged by key.
     *
     * @param after the {@link UploadFlaw#flawNo()} of the last one seen; 0 for the first page
     */
    public List<UploadFlaw> flaws(Upload upload, int after, int limit) {
        return mapper.flaws(upload.id(), after, limit);
    }

    /**
     * The refused file as it was handed in, with names and ID numbers: that it leaves is on record (W4, Q6).
     *
     * @return empty if it is not kept: it was stored, or it is too old
     */
    @Transactional
    public Optional<byte[]> takeBack(Upload upload, Staff by) {
        Optional<byte[]> file = file(upload);
        if (file.isPresent()) {
            trail.append(Deed.of(
                    by.actor(), "UPLOAD_TAKEN_BACK", Deed.Subject.Kind.UPLOAD, upload.number(), Map.of()));
        }
        return file;
    }

    private Optional<byte[]> file(Upload upload) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int partNo = 0;
        for (List<byte[]> part = part(upload, 0); !part.isEmpty(); part = part(upload, ++partNo)) {
            file.writeBytes(vault.openBytes(part.get(0)));
        }
        return partNo == 0 ? Optional.empty() : Optional.of(file.toByteArray());
    }

    /** None or one, read one at a time; a list, since a mapper would take the bytes for many results. */
    private List<byte[]> part(Upload upload, int partNo) {
        return mapper.part(upload.id(), partNo);
    }

    /** Records a stored file's upload within the caller's transaction. */
    Upload recordStored(HandedIn handedIn, Submission submission, Tally tally) {
        return record(handedIn, Upload.Outcome.STORED, submission.id(), tally);
    }

    /** Begins the report of a refused file within the caller's transaction; the file is kept with it. */
    Upload beginReport(HandedIn handedIn) {
        Upload upload = record(handedIn, Upload.Outcome.REFUSED, null, new Tally(0, 0, 0, 0));
        byte[] content = handedIn.file().content();
        for (int from = 0, partNo = 0; from < content.length; from += PART_BYTES, partNo++) {
            byte[] part = Arrays.copyOfRange(content, from, Math.min(content.length, from + PART_BYTES));
            mapper.insertPart(upload.id(), partNo, vault.seal(part));
        }
        return upload;
    }

    private Upload record(HandedIn handedIn, Upload.Outcome outcome, Long submissionId, Tally tally) {
        String number = numbers.next("SC", handedIn.at());
        mapper.insert(
                number,
                new NewUpload(
                        handedIn.institution().id(),
                        handedIn.by().username(),
                        handedIn.at(),
                        handedIn.at().plus(settings.kept()),
                        handedIn.file().format(),
                        outcome,
                        submissionId,
                        tally));
        return mapper.byNumber(number);
    }

    /** Adds errors to a report begun; returns how many it has now. */
    int addFlaws(Upload upload, int flawsSoFar, List<RowFlaw> flaws) {
        flawInsert.add(upload.id(), flawsSoFar, flaws);
        return flawsSoFar + flaws.size();
    }

    Upload endReport(Upload upload, Tally tally) {
        mapper.setTally(upload.id(), tally);
        return mapper.byNumber(upload.number());
    }

    /**
     * Deletes one refused file whose time is over, and one beyond what the institution may keep: no more than uploads
     * bring. A report may have a million lines: they go in pieces, each a transaction of its own; what a failure
     * leaves, the next call goes on with.
     */
    void clearOld(HandedIn handedIn) {
        long institution = handedIn.institution().id();
        mapper.oldestExpired(handedIn.at()).forEach(this::delete);
        mapper.newestSurplus(institution, settings.mostKept())
                .forEach(newest -> mapper.oldestRefused(institution, newest).forEach(this::delete));
    }

    private void delete(long id) {
        deleteAll(() -> mapper.deleteParts(id, PARTS_DELETED_AT_ONCE));
        deleteAll(() -> mapper.deleteFlaws(id, FLAWS_DELETED_AT_ONCE));
        mapper.delete(id);
    }

    private static void deleteAll(IntSupplier some) {
        int deleted;
        do {
            deleted = some.getAsInt();
        } while (deleted > 0);
    }
}
