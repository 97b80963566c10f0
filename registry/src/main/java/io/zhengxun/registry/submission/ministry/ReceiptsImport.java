package io.zhengxun.registry.submission.ministry;

import java.time.Instant;
import java.util.List;

/**
 * What came of a file of receipts (R4).
 *
 * @param number what people call it by, e.g. {@code HZ261123-7KQ2MX4T}
 * @param digest SHA-256 of the file, hexadecimal
 * @param unchangedRows rows that were known already
 * @param importedBy username
 */
public record ReceiptsImport(
        long id,
        String number,
        String digest,
        int publishedRows,
        int returnedRows,
        int unchangedRows,
        String importedBy,
        Instant importedAt) {

    /**
     * The answer to who imported it.
     *
     * @param repeated whether the very same file was imported before: then nothing has changed, and the receipts are
     *     the earlier ones
     * @param awaitedAgain rows that repeat an earlier return, word by word, of a certificate that was sent again
     *     meanwhile: taken as known, for a person to look at
     */
    public record Outcome(ReceiptsImport receipts, boolean repeated, List<Integer> awaitedAgain) {}
}
