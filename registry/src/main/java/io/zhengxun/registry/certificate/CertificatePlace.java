package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/**
 * Where a certificate lies, without its data.
 *
 * @param rowNo its row in the batch that carries it
 * @param returnId the open return in which it lies (R2), or null
 * @param publishedOn by the ministry's receipt (R4), or null
 */
public record CertificatePlace(
        long id, String number, long submissionId, int rowNo, Long returnId, LocalDate publishedOn, Standing standing) {}
