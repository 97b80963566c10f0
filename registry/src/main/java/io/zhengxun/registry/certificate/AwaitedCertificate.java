package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/**
 * A certificate for whose outcome somebody waits, without a word of its holder.
 *
 * @param returnId the open return in which it lies (R2), or null
 * @param publishedOn by the ministry's receipt (R4), or null
 */
public record AwaitedCertificate(
        long id, String number, String occupation, Level level, long submissionId, Long returnId, LocalDate publishedOn) {

    /** Without the number: with a name it opens the certificate (Q1). */
    @Override
    public String toString() {
        return "AwaitedCertificate[" + id + "]";
    }
}
