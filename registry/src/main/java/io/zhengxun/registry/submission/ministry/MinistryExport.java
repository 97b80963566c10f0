package io.zhengxun.registry.submission.ministry;

import java.time.Instant;

/**
 * A file that went to the ministry (R4).
 *
 * @param number what people call it by, e.g. {@code BS261123-7KQ2MX4T}
 * @param digest SHA-256 of the file, hexadecimal
 * @param exportedBy username
 */
public record MinistryExport(
        long id, String number, String digest, int batchCount, int rowCount, String exportedBy, Instant exportedAt) {}
