package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import org.springframework.stereotype.Component;

/** Begins the check of a batch against what is filed and stored now. */
@Component
class BatchChecks {

    private final Institutions institutions;
    private final Certificates certificates;
    private final Deadlines deadlines;

    BatchChecks(Institutions institutions, Certificates certificates, Deadlines deadlines) {
        this.institutions = institutions;
        this.certificates = certificates;
        this.deadlines = deadlines;
    }

    BatchCheck begin(HandedIn handedIn) {
        Institution institution = handedIn.institution();
        ReportingRules rules = new ReportingRules(
                        institution,
                        institutions.filedScope(institution.id()),
                        LegalTime.dayOf(handedIn.at()),
                        deadlines)
                .answering(handedIn.issuance());
        return new BatchCheck(rules, certificates);
    }
}
