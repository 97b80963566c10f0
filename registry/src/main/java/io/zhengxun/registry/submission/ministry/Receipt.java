package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.certificate.CertificateNumber;
import java.time.LocalDate;

/**
 * What the ministry says of one certificate.
 *
 * @param publishedOn from when it stands on the national network; null if it was returned
 * @param reason why it was returned; empty if it was published
 */
record Receipt(int rowNo, CertificateNumber number, LocalDate publishedOn, String reason) {

    boolean isPublished() {
        return publishedOn != null;
    }
}
