package io.zhengxun.registry.submission;

import java.time.Instant;

/**
 * A batch to be recorded.
 *
 * @param fileDigest SHA-256 of the file it came in (32 bytes): the same file twice is recognised (C6)
 * @param returnNotifiedAt see {@link Submission}; null unless returned
 */
public record NewSubmission(
        long institutionId,
        Stage stage,
        Instant stageSince,
        Instant deskReceivedAt,
        Instant returnNotifiedAt,
        int rowCount,
        byte[] fileDigest,
        String submittedBy) {

    /** A batch just handed in by its institution: received now (R1). */
    public static NewSubmission received(long institutionId, int rowCount, byte[] fileDigest, String by, Instant now) {
        return new NewSubmission(institutionId, Stage.RECEIVED, now, now, null, rowCount, fileDigest, by);
    }
}
