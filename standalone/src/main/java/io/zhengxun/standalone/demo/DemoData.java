package io.zhengxun.standalone.demo;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the demo's institutions and certificates, all of them or, when interrupted, none. */
@Component
@Order(DemoData.ORDER)
class DemoData implements ApplicationRunner {

    static final int ORDER = 0;

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private final Institutions institutions;
    private final Regions regions;
    private final Workflow workflow;
    private final Certificates certificates;
    private final TransactionTemplate transaction;
    private final DemoIssuances issuances;
    private final DemoOutcomes outcomes;
    private final Clock clock;

    DemoData(
            Institutions institutions,
            Regions regions,
            Workflow workflow,
            Certificates certificates,
            TransactionTemplate transaction,
            DemoIssuances issuances,
            DemoOutcomes outcomes,
            Clock clock) {
        this.institutions = institutions;
        this.regions = regions;
        this.workflow = workflow;
        this.certificates = certificates;
        this.transaction = transaction;
        this.issuances = issuances;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (institutions.findByNumberPrefix(new DemoInstitution(0).numberPrefix()).isEmpty()) {
            transaction.executeWithoutResult(status -> seed());
            log.info("Demo data: {} institutions, {} certificates.", DemoInstitution.COUNT, DemoCertificate.COUNT);
        }
    }

    private void seed() {
        List<Region> cities = regions.cities();
        long[] ids = IntStream.range(0, DemoInstitution.COUNT)
                .mapToLong(i -> institutions.file(new DemoInstitution(i).filing(cities, regions.province())))
                .toArray();
        issuances.seed(institutions.find(ids[0]).orElseThrow());
        for (int b = 0; b < DemoBatch.COUNT; b++) {
            DemoBatch batch = new DemoBatch(b);
            store(batch, ids[batch.institution().index()]);
        }
    }

    private void store(DemoBatch batch, long institutionId) {
        LocalDate today = LegalTime.dayOf(clock.instant());
        NewSubmission submission = new NewSubmission(
                institutions.find(institutionId).orElseThrow(),
                batch.begins(),
                arrived(batch, today),
                new NewSubmission.Source(null, null, DemoFile.digest("demo batch " + batch.index())),
                DemoCertificate.PER_BATCH,
                "demo");
        List<NewCertificate> rows = new ArrayList<>();
        for (int row = 0; row < DemoCertificate.PER_BATCH; row++) {
            rows.add(certificate(new DemoCertificate(batch.index() * DemoCertificate.PER_BATCH + row), today));
        }
        Submission begun = workflow.begin(submission, Actor.system(), recorded -> {
            certificates.store(recorded.id(), institutionId, certificates.seal(rows));
            return Map.of("rows", String.valueOf(rows.size()));
        });
        outcomes.reach(batch, begun);
    }

    /** At its stage. */
    private Instant arrived(DemoBatch batch, LocalDate today) {
        if (batch.isPublished()) {
            LocalDate issuedOn = new DemoCertificate(batch.index() * DemoCertificate.PER_BATCH).issueDate(today);
            return batch.publishedOn(issuedOn, today).atStartOfDay(LegalTime.ZONE).toInstant();
        }
        return clock.instant().minus(Duration.ofDays(batch.daysAtDesk()));
    }

    private static NewCertificate certificate(DemoCertificate demo, LocalDate today) {
        Holder holder = new Holder(
                PersonName.of(demo.holderName()), IdNumber.of(IdType.RESIDENT_ID, demo.holderIdNumber()));
        return new NewCertificate(
                demo.row() + 2,
                CertificateNumber.of(demo.number(today)),
                holder,
                demo.trade().occupation(),
                demo.trade().job(),
                demo.level(),
                demo.issueDate(today),
                demo.standing());
    }
}
