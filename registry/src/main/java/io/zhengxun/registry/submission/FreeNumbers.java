package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Flaw;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is reported for the first time has numbers that were never used (C5). */
final class FreeNumbers implements NumberRule {

    private static final Flaw TAKEN = new Flaw("C5", "number.taken", List.of());

    private final Certificates certificates;

    FreeNumbers(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public Map<String, Flaw> flaws(Collection<CertificateNumber> numbers) {
        return certificates.taken(numbers).stream().collect(Collectors.toMap(number -> number, number -> TAKEN));
    }

    @Override
    public Map<String, Flaw> missing() {
        return Map.of();
    }
}
