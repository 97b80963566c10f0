package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/** A certificate as reported (C1). How far its batch has come is the submission's to say. */
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
        Standing standing) {}
