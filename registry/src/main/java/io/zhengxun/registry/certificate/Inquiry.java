package io.zhengxun.registry.certificate;

import java.util.Optional;
import java.util.stream.Stream;

/** A query by at least two of number, name and ID number; with three, all three must match (Q1, G 20). */
public record Inquiry(
        Optional<CertificateNumber> number, Optional<PersonName> name, Optional<IdNumber> idNumber) {

    public static final int FIELDS_NEEDED = 2;

    /** @throws IllegalArgumentException with fewer than two fields (Q1) */
    public Inquiry {
        if (Stream.of(number, name, idNumber).filter(Optional::isPresent).count() < FIELDS_NEEDED) {
            throw new IllegalArgumentException("A query needs two of number, name and ID number (Q1).");
        }
    }
}
