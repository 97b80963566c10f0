package io.zhengxun.bot.lookup;

import io.zhengxun.bot.limit.InquiryLimits;
import io.zhengxun.bot.limit.Permit;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.registry.audit.Query;
import io.zhengxun.registry.audit.QueryTrail;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.privacy.Personal;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.submission.Progress;
import io.zhengxun.registry.submission.Progresses;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers a query by two fields, from the limits to the trail (Q1–Q6). */
@Component
class AnsweringInquiry {

    private final InquiryLimits limits;
    private final Certificates certificates;
    private final Progresses progresses;
    private final Institutions institutions;
    private final Regions regions;
    private final QueryTrail trail;
    private final Vault vault;
    private final Subscribing subscribing;
    private final AnswerText text;
    private final Clock clock;

    AnsweringInquiry(
            InquiryLimits limits,
            Certificates certificates,
            Progresses progresses,
            Institutions institutions,
            Regions regions,
            QueryTrail trail,
            Vault vault,
            Subscribing subscribing,
            AnswerText text,
            Clock clock) {
        this.limits = limits;
        this.certificates = certificates;
        this.progresses = progresses;
        this.institutions = institutions;
        this.regions = regions;
        this.trail = trail;
        this.vault = vault;
        this.subscribing = subscribing;
        this.text = text;
        this.clock = clock;
    }

    String answer(OpenId user, Inquiry inquiry) {
        Asked asked = ask(user, inquiry);
        return asked.refusal().orElseGet(() -> subscribing.offering(user, asked.findings(), text.found(asked.findings())));
    }

    /** Why nothing is told; empty if there is a certificate that matches. Asking it is a query like any other. */
    Optional<String> refusal(OpenId user, Inquiry inquiry) {
        return ask(user, inquiry).refusal();
    }

    /** @param refusal instead of findings */
    private record Asked(List<Finding> findings, Optional<String> refusal) {}

    private Asked ask(OpenId user, Inquiry inquiry) {
        List<String> targets = targets(inquiry);
        Permit permit = limits.permit(user, targets);
        if (!permit.allowed()) {
            return new Asked(List.of(), Optional.of(text.refused(permit)));
        }
        List<Finding> findings = findings(inquiry);
        // First the trail, then the answer: what could not be recorded is not told (Q6).
        trail.record(query(user, inquiry, findings));
        if (findings.isEmpty()) {
            limits.mismatched(user, targets);
            return new Asked(List.of(), Optional.of(text.notFound()));
        }
        limits.matched(user, targets);
        return new Asked(findings, Optional.empty());
    }

    /** The way to an answer without its traces: no limit is used and the trail is left alone. */
    String rehearse(Inquiry nobodys) {
        targets(nobodys);
        List<Finding> findings = findings(nobodys);
        query(new OpenId("rehearsal"), nobodys, findings);
        return findings.isEmpty() ? text.notFound() : text.found(findings);
    }

    private List<Finding> findings(Inquiry inquiry) {
        List<Certificate> found = certificates.find(inquiry);
        Map<Long, Progress> progress = progresses.of(found);
        return found.stream().map(certificate -> finding(certificate, progress.get(certificate.id()))).toList();
    }

    private Finding finding(Certificate certificate, Progress progress) {
        Institution institution =
                institutions.find(certificate.institutionId()).orElseThrow();
        Region region = regions.find(institution.regionCode()).orElseThrow();
        return new Finding(certificate, institution, region, progress);
    }

    /** The identities asked for: many users together must not guess one of them (Q5). A name alone is nobody's. */
    private List<String> targets(Inquiry inquiry) {
        return Stream.of(
                        inquiry.number().map(number -> fingerprint("certificate-number", number.value())),
                        inquiry.idNumber().map(id -> fingerprint(id.label(), id.canonical())))
                .flatMap(Optional::stream)
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    private Query query(OpenId user, Inquiry inquiry, List<Finding> findings) {
        return new Query(
                clock.instant(),
                Query.Channel.WECHAT,
                fingerprint("asker", user.value()),
                target(inquiry, findings),
                new Query.Masked(
                        inquiry.number().map(CertificateNumber::masked).orElse(""),
                        inquiry.name().map(Personal::masked).orElse(""),
                        inquiry.idNumber().map(Personal::masked).orElse("")),
                findings.stream().findFirst().map(Finding::outcome).orElse(Query.Outcome.NOT_FOUND));
    }

    private Query.Target target(Inquiry inquiry, List<Finding> findings) {
        Optional<Certificate> only =
                findings.size() == 1 ? Optional.of(findings.get(0).certificate()) : Optional.empty();
        Optional<CertificateNumber> number = inquiry.number().or(() -> only.map(Certificate::number));
        Optional<IdNumber> id =
                inquiry.idNumber().or(() -> only.map(Certificate::holder).map(Holder::idNumber));
        return new Query.Target(
                number.map(n -> fingerprint("certificate-number", n.value())).orElse(null),
                id.map(i -> fingerprint(i.label(), i.canonical())).orElse(null));
    }

    private byte[] fingerprint(String label, String value) {
        return vault.fingerprint(label, value);
    }
}
