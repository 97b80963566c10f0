package io.zhengxun.registry.submission.history;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.LookUp;
import io.zhengxun.registry.audit.QueryTrail;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.Told;
import io.zhengxun.registry.privacy.Vault;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What trails and outbox hold of a certificate. */
@Component
class StoryRecords {

    private static final int MOST_LOOK_UPS = 100;
    private static final int MOST_NOTICES = 100;
    /** Under which look-ups keep the number's hash. */
    private static final String NUMBER_LABEL = "certificate-number";

    private final AuditTrail trail;
    private final QueryTrail queries;
    private final Outbox outbox;
    private final Vault vault;

    StoryRecords(AuditTrail trail, QueryTrail queries, Outbox outbox, Vault vault) {
        this.trail = trail;
        this.queries = queries;
        this.outbox = outbox;
        this.vault = vault;
    }

    /**
     * Who looked it up: for the province and the auditor only, null for others. An institution or a city has no part in a
     * holder's queries (Q6).
     */
    List<LookUp> lookUps(Certificate certificate, Staff reader) {
        boolean mayKnow = reader.scope().kind() == Scope.Kind.PROVINCE && reader.role() != Role.ADMINISTRATOR;
        return mayKnow
                ? queries.ofNumber(vault.fingerprints(NUMBER_LABEL, certificate.number().value()), MOST_LOOK_UPS)
                : null;
    }

    /** The latest first. */
    List<Told> notices(List<Deed.Subject> subjects) {
        Map<Deed.Subject.Kind, List<String>> keys = subjects.stream()
                .collect(Collectors.groupingBy(
                        Deed.Subject::kind, Collectors.mapping(Deed.Subject::key, Collectors.toList())));
        return keys.entrySet().stream()
                .flatMap(kind -> outbox.of(kind.getKey(), kind.getValue(), MOST_NOTICES).stream())
                .sorted(Comparator.comparing(Told::occurredAt).reversed())
                .limit(MOST_NOTICES)
                .toList();
    }

    CertificateStory.Trail trail(List<Deed.Subject> subjects) {
        List<AuditEntry> entries =
                subjects.stream().flatMap(subject -> trail.of(subject).stream()).toList();
        return new CertificateStory.Trail(entries.size(), trail.intact(entries));
    }
}
