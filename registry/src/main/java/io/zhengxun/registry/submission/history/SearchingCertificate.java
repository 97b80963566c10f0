package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Query;
import io.zhengxun.registry.audit.QueryTrail;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.privacy.Personal;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Staff look a certificate up by two fields (Q1), within their scope; the query goes to the trail like any other (Q6). */
@Component
public class SearchingCertificate {

    private final Certificates certificates;
    private final Institutions institutions;
    private final QueryTrail trail;
    private final Vault vault;
    private final Clock clock;

    SearchingCertificate(
            Certificates certificates, Institutions institutions, QueryTrail trail, Vault vault, Clock clock) {
        this.certificates = certificates;
        this.institutions = institutions;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What lies outside of the scope is not found, like what does not exist.
     *
     * @throws io.zhengxun.registry.audit.NotRecorded if the trail cannot take the query: then there is no answer
     */
    public List<Certificate> search(Inquiry inquiry, Staff by) {
        List<Certificate> found = certificates.find(inquiry).stream()
                .filter(certificate -> institutions
                        .find(certificate.institutionId())
                        .filter(by.scope()::covers)
                        .isPresent())
                .toList();
        trail.record(new Query(
                clock.instant(),
                Query.Channel.STAFF,
                vault.fingerprint("staff", by.username()),
                target(inquiry, found),
                new Query.Masked(
                        inquiry.number().map(CertificateNumber::masked).orElse(""),
                        inquiry.name().map(Personal::masked).orElse(""),
                        inquiry.idNumber().map(Personal::masked).orElse("")),
                outcome(found)));
        return found;
    }

    private Query.Target target(Inquiry inquiry, List<Certificate> found) {
        Optional<Certificate> only = found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        Optional<CertificateNumber> number = inquiry.number().or(() -> only.map(Certificate::number));
        Optional<IdNumber> id = inquiry.idNumber().or(() -> only.map(one -> one.holder().idNumber()));
        return new Query.Target(
                number.map(n -> vault.fingerprint("certificate-number", n.value())).orElse(null),
                id.map(i -> vault.fingerprint(i.label(), i.canonical())).orElse(null));
    }

    private static Query.Outcome outcome(List<Certificate> found) {
        if (found.isEmpty()) {
            return Query.Outcome.NOT_FOUND;
        }
        return found.stream().allMatch(certificate -> certificate.standing() == Standing.SUSPENDED)
                ? Query.Outcome.SUSPENDED
                : Query.Outcome.FOUND;
    }
}
