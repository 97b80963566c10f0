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

    /** The check of a report. */
    BatchCheck begin(HandedIn handedIn) {
        return new BatchCheck(rules(handedIn, deadlines), certificates, new FreeNumbers(certificates));
    }

    /** The check of a sheet to which neither D1 nor D8 applies. */
    BatchCheck begin(HandedIn handedIn, SheetPurpose purpose) {
        return new BatchCheck(rules(handedIn, null).after(purpose.before()), certificates, purpose.numbers());
    }

    private ReportingRules rules(HandedIn handedIn, Deadlines limits) {
        Institution institution = handedIn.institution();
        ReportingRules rules = new ReportingRules(
                institution, institutions.filedScope(institution.id()), LegalTime.dayOf(handedIn.at()), limits);
        return handedIn.issuance() == null ? rules : rules.answering(handedIn.issuance());
    }
}
