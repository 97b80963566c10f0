package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/**
 * A certificate to be stored (C1).
 *
 * @param rowNo the row of the file it came in, counted as a spreadsheet shows it (the header is row 1)
 */
public record NewCertificate(
        int rowNo,
        CertificateNumber number,
        Holder holder,
        String occupation,
        String job,
        Level level,
        LocalDate issueDate,
        Standing standing) {}
