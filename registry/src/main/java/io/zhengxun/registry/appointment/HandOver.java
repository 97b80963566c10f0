package io.zhengxun.registry.appointment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One data manager's work passed to another (W3).
 *
 * @param predecessor username
 * @param successor username
 * @param passedBatches open batches that the successor works on since
 */
public record HandOver(
        long id,
        String regionCode,
        String predecessor,
        String predecessorName,
        String successor,
        String successorName,
        LocalDate handedOverOn,
        int passedBatches,
        String note,
        String recordedBy,
        Instant recordedAt) {

    /** Without names: it may get into a log. */
    @Override
    public String toString() {
        return "HandOver[" + id + "]";
    }
}
