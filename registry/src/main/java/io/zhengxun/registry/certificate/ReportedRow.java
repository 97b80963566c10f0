package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/** A certificate's fields in plain text, for the one file that must hold them: what goes to the ministry (R4, C1). */
public record ReportedRow(
        CertificateNumber number,
        String name,
        IdType idType,
        String idNumber,
        String occupation,
        String job,
        Level level,
        LocalDate issueDate) {

    /** Without what is personal: it may get into a log (Q6). */
    @Override
    public String toString() {
        return "ReportedRow[" + number.masked() + "]";
    }
}
