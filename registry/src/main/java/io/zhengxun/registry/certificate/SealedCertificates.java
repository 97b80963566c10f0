package io.zhengxun.registry.certificate;

import java.util.List;

/** Certificates ready to be stored: no plain text of a name or an ID number is left in them (Q6). */
public final class SealedCertificates {

    private final List<CertificateRow> rows;

    SealedCertificates(List<CertificateRow> rows) {
        this.rows = rows;
    }

    List<CertificateRow> rows() {
        return rows;
    }
}
