package io.zhengxun.registry.submission;

import java.time.Instant;

/**
 * One try to hand in a file, and what came of it (C6).
 *
 * @param number what people call it by, e.g. {@code SC261123-7KQ2MX4T}
 * @param keptUntil till when a refused file and its report are kept
 * @param format of the file, e.g. {@code xlsx}
 * @param submissionId the batch that it became; null if it was refused
 * @param rowCount rows with data
 * @param lateRows rows reported later than D1 and within D8 (T6)
 */
public record Upload(
        long id,
        String number,
        long institutionId,
        Instant uploadedAt,
        Instant keptUntil,
        String format,
        Outcome outcome,
        Long submissionId,
        int rowCount,
        int faultyRows,
        int flawCount,
        int lateRows) {

    public enum Outcome {
        STORED,
        REFUSED
    }
}
