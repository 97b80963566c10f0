package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Batches under review of institutions of their own, people who act on them, and a clock to set. To be imported: without
 * an annotation no scan finds it.
 */
class ReturnCases {

    /** A Monday at 10:00 in Shanghai. */
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final LocalDate ISSUED = LocalDate.of(2026, 11, 2);
    static final String CITY = "440100";

    static final class SettableClock extends Clock {

        private volatile Instant now = NOW;

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void reset() {
            now = NOW;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("America/New_York");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    Cases cases(
            Institutions institutions,
            Submissions submissions,
            Certificates certificates,
            Workflow workflow,
            TransactionTemplate transaction,
            Clock clock) {
        return new Cases(institutions, submissions, certificates, workflow, transaction, clock);
    }

    record Cases(
            Institutions institutions,
            Submissions submissions,
            Certificates certificates,
            Workflow workflow,
            TransactionTemplate transaction,
            Clock clock) {

        Institution institution(Tier tier) {
            String prefix = FreshNumbers.prefix();
            long id = institutions.file(new NewInstitution(
                    prefix, "示例评价中心" + prefix, tier, tier == Tier.MUNICIPAL ? CITY : "440000", "000-00000000",
                    Map.of("电工", Set.of(Level.ADVANCED))));
            return institutions.find(id).orElseThrow();
        }

        /** A batch at a stage; its rows are 2 and on. */
        Submission batch(Institution institution, Stage stage, int rows) {
            byte[] digest = new byte[32];
            ThreadLocalRandom.current().nextBytes(digest);
            NewSubmission batch = new NewSubmission(
                    institution, stage, clock.instant(), new NewSubmission.Source(null, null, digest), rows, "own");
            List<NewCertificate> certificates = IntStream.range(2, rows + 2)
                    .mapToObj(rowNo -> certificate(institution, rowNo))
                    .toList();
            return transaction.execute(status -> workflow.begin(batch, Actor.system(), begun -> {
                this.certificates.store(
                        begun.id(), institution.id(), this.certificates.seal(certificates));
                return Map.of();
            }));
        }

        static NewCertificate certificate(Institution institution, int rowNo) {
            return new NewCertificate(
                    rowNo, number(institution, rowNo), new Holder(PersonName.of(name(rowNo)), passport(rowNo)), "电工",
                    "无", Level.ADVANCED, ISSUED, Standing.VALID);
        }

        static String name(int rowNo) {
            return "测" + "甲乙丙丁戊己庚辛壬癸".charAt(rowNo % 10);
        }

        static IdNumber passport(int rowNo) {
            return IdNumber.of(IdType.PASSPORT, "E%08d".formatted(rowNo));
        }

        static CertificateNumber number(Institution institution, int rowNo) {
            return CertificateNumber.of(institution.numberPrefix() + "263%06d".formatted(rowNo));
        }

        Submission now(Submission batch) {
            return submissions.find(batch.id()).orElseThrow();
        }
    }

    static Staff own(Institution institution) {
        return new Staff("own", "测试", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(institution.id()), "127.0.0.1");
    }

    static Staff city(Role role) {
        return new Staff("city", "测试", role, Scope.ofCity(CITY), "127.0.0.1");
    }

    static Staff city() {
        return city(Role.CITY_DATA_MANAGER);
    }

    static Staff elsewhere() {
        return new Staff("elsewhere", "测试", Role.CITY_DATA_MANAGER, Scope.ofCity("440200"), "127.0.0.1");
    }

    static Staff province() {
        return new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
    }

    static Ordered seen(Submission batch) {
        return new Ordered(batch.number(), batch.version());
    }

    static List<ReturnedRow> rows(int... rowNos) {
        return IntStream.of(rowNos).mapToObj(row -> new ReturnedRow(row, "NAME", "")).toList();
    }
}
