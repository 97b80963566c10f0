package io.zhengxun.notifier.telling;

import io.zhengxun.notifier.FreshNumbers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.Deed;
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
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturningRows;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented institutions with returned and published rows, and people who are to be told. */
class TellingCases {

    /** A Monday at 10:00 in Shanghai. */
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final String CITY = "440100";

    static final class SettableClock extends Clock {

        private volatile Instant now = NOW;

        void set(String instant) {
            now = Instant.parse(instant);
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
            Certificates certificates,
            Workflow workflow,
            ReturningRows returning,
            Vault vault,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        return new Cases(institutions, certificates, workflow, returning, vault, jdbc, transaction);
    }

    record Cases(
            Institutions institutions,
            Certificates certificates,
            Workflow workflow,
            ReturningRows returning,
            Vault vault,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {

        Institution institution(Tier tier) {
            String prefix = FreshNumbers.prefix();
            long id = institutions.file(new NewInstitution(
                    prefix, "示例评价中心" + prefix, tier, tier == Tier.MUNICIPAL ? CITY : "440000", "000-00000000",
                    Map.of("电工", Set.of(Level.ADVANCED))));
            return institutions.find(id).orElseThrow();
        }

        /** Under review; its rows are 2 and on. */
        Submission batch(Institution institution, Stage stage, int rows) {
            byte[] digest = new byte[32];
            ThreadLocalRandom.current().nextBytes(digest);
            NewSubmission batch = new NewSubmission(
                    institution, stage, NOW, new NewSubmission.Source(null, null, digest), rows, "own");
            List<NewCertificate> rowsOfIt =
                    IntStream.range(2, rows + 2).mapToObj(row -> certificate(institution, row)).toList();
            return transaction.execute(status -> workflow.begin(batch, Actor.system(), begun -> {
                certificates.store(begun.id(), institution.id(), certificates.seal(rowsOfIt));
                return Map.of();
            }));
        }

        private static NewCertificate certificate(Institution institution, int row) {
            return new NewCertificate(
                    row,
                    CertificateNumber.of(institution.numberPrefix() + "263%06d".formatted(row)),
                    new Holder(PersonName.of("测甲"), IdNumber.of(IdType.PASSPORT, "E%08d".formatted(row))),
                    "电工",
                    "无",
                    Level.ADVANCED,
                    LocalDate.of(2026, 11, 2),
                    Standing.VALID);
        }

        /** The first of its rows goes back. */
        Return returned(Submission batch, Staff by) {
            return returning.returnRows(
                            new Ordered(batch.number(), batch.version()), "", List.of(new ReturnedRow(2, "NAME", "")), by)
                    .recorded();
        }

        long certificateId(Submission batch, int row) {
            return jdbc.queryForObject(
                    "SELECT id FROM certificate WHERE submission_id = ? AND row_no = ?", Long.class, batch.id(), row);
        }

        void publish(long certificateId) {
            jdbc.update("UPDATE certificate SET published_on = '2026-11-23' WHERE id = ?", certificateId);
        }

        /** A contact that is not bound, which e-mail may reach. */
        long contact(Institution institution, String duties, String email) {
            jdbc.update(
                    """
                    INSERT INTO contact (institution_id, region_code, name, duties, channels, email_sealed, state,
                        lasting_mark, created_by, created_at, version)
                    VALUES (?, ?, '测试', ?, 'TEMPLATE,EMAIL,SMS', ?, 'INVITED', 1, 'own', UTC_TIMESTAMP(3), 0)""",
                    institution.id(), institution.regionCode(), duties, email == null ? null : vault.seal(email));
            return jdbc.queryForObject(
                    "SELECT MAX(id) FROM contact WHERE institution_id = ?", Long.class, institution.id());
        }
    }

    static Staff city() {
        return new Staff("city", "测试", Role.CITY_DATA_MANAGER, Scope.ofCity(CITY), "127.0.0.1");
    }

    static Staff province() {
        return new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");
    }

    static Event event(long id, String kind, Deed.Subject.Kind subject, String key) {
        return new Event(id, new OutboxEvent(kind, new Deed.Subject(subject, key), 1L, CITY, Map.of()), NOW);
    }

    static Event recorded(Return found) {
        return new Event(
                found.id(),
                new OutboxEvent(
                        "RETURN_RECORDED",
                        new Deed.Subject(Deed.Subject.Kind.RETURN, found.number()),
                        found.institutionId(),
                        found.regionCode(),
                        Map.of()),
                NOW);
    }

    /** As the dispatch gets it. */
    static Notice written(long id, NewNotice notice, Instant createdAt) {
        return new Notice(
                id, notice.kind(), notice.key(), notice.recipient(), notice.about(), notice.facts(), notice.urgent(),
                notice.channels(), null, NoticeState.SENDING, 0, 0, createdAt, null, null, null, null, null, "",
                notice.occurredAt(), createdAt, 0);
    }
}
