package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/**
 * A certificate as reported (C1). How far its batch has come is the submission's to say.
 *
 * @param returnId the open return in which it lies (R2); null while it travels with its batch
 * @param publishedOn the day from which it stands on the national network, by the ministry's receipt (R4); null before
 */
public record Certificate(
        long id,
        CertificateNumber number,
        long submissionId,
        long institutionId,
        Holder holder,
        String occupation,
        String job,
        Level level,
        LocalDate issueDate,
        Standing standing,
        Long returnId,
        LocalDate publishedOn) {}
