package io.zhengxun.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.notifier.FreshNumbers;
import io.zhengxun.notifier.telling.Truth;
import io.zhengxun.registry.RegistryConfiguration;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The watch starts in time what is owed on a working day; what it wrote is checked before it goes out (T5). */
@SpringBootTest(
        classes = WatchTest.Rooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=registry",
            "spring.messages.basename=messages/registry",
            "zhengxun.watch.every=1d",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@ContextConfiguration(initializers = SharedServers.class)
class WatchTest {

    private static final String CITY = "440800";
    /** A Friday before a weekend. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 27);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableScheduling
    @EnableConfigurationProperties(WatchSettings.class)
    @Import({RegistryConfiguration.class, Watch.class, DigestTruth.class, SummaryTruth.class})
    static class Rooms {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-02T00:00:00Z");

        void set(String shanghai) {
            now = LocalDateTime.parse(shanghai).atZone(LegalTime.ZONE).toInstant();
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

    @Autowired
    private Watch watch;

    @Autowired
    private DigestTruth digestTruth;

    @Autowired
    private SummaryTruth summaryTruth;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    private long institution;

    @BeforeEach
    void one_deadline_of_an_institution_and_one_of_its_city() {
        clear();
        String prefix = FreshNumbers.prefix();
        institution = institutions.file(new NewInstitution(
                prefix, "值守测试机构" + prefix, Tier.MUNICIPAL, CITY, "000-00000000", Map.of()));
        contact(institution);
        contact(null);
        deadline("D7", "INSTITUTION", 1);
        deadline("D2", "CITY", 2);
    }

    @AfterEach
    void clear() {
        for (String table : List.of(
                "deadline_digest", "deadline_alert", "watch_run", "deadline", "notice_decision", "notice")) {
            sql.update("DELETE FROM " + table);
        }
        sql.update("UPDATE contact SET state = 'ENDED', lasting_mark = NULL, ended_at = UTC_TIMESTAMP(3),"
                + " ended_by = 'system' WHERE lasting_mark = 1");
    }

    @Test
    void deadlines_are_told_at_half_past_eight_and_summaries_at_nine() {
        at("2026-03-27T08:29:59");
        assertThat(kinds()).isEmpty();
        at("2026-03-27T08:30:00");
        assertThat(kinds()).containsExactly("DEADLINES", "DEADLINES");
        at("2026-03-27T08:59:59");
        assertThat(kinds()).hasSize(2);
        at("2026-03-27T09:00:00");
        assertThat(kinds()).containsExactly("DEADLINES", "DEADLINES", "SUMMARY");
        at("2026-03-27T09:01:00");
        assertThat(kinds()).hasSize(3);
    }

    @Test
    void on_days_off_nothing_is_told_and_on_make_up_days_it_is() {
        at("2026-03-28T09:30:00");
        at("2026-02-16T09:30:00");
        assertThat(kinds()).isEmpty();
        // A Saturday that makes up for a holiday.
        sql.update("UPDATE deadline SET due_on = '2026-02-28', next_alert_on = '2026-02-28'");
        at("2026-02-28T09:30:00");
        assertThat(kinds()).containsExactly("DEADLINES", "DEADLINES", "SUMMARY");
    }

    @Test
    void what_an_outage_kept_is_told_in_the_afternoon_and_a_summary_not_after_six() {
        at("2026-03-27T18:00:00");
        assertThat(kinds()).containsExactly("DEADLINES", "DEADLINES");
        at("2026-03-30T17:59:00");
        assertThat(kinds()).contains("SUMMARY");
    }

    @Test
    void late_at_night_nothing_is_begun_and_the_next_run_tells() {
        at("2026-03-27T21:30:00");
        assertThat(kinds()).isEmpty();
        at("2026-03-30T08:30:00");
        assertThat(kinds()).containsExactly("DEADLINES", "DEADLINES", "ESCALATION", "ESCALATION");
    }

    @Test
    void a_digest_holds_until_something_of_it_is_done() {
        deadline("D7", "INSTITUTION", 3);
        at("2026-03-27T08:30:00");
        Notice digest = notice("DEADLINES", institution);
        assertThat(verdict(digestTruth, digest)).isEqualTo(Truth.Verdict.holds(digest));

        sql.update("UPDATE deadline SET state = 'MET', open_mark = NULL, ended_at = UTC_TIMESTAMP(3) WHERE subject_id = 3");
        assertThat(verdict(digestTruth, digest)).satisfies(verdict -> {
            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.why()).isEqualTo("RECOUNTED");
            assertThat(verdict.facts()).containsEntry("count", "1");
        });

        sql.update("UPDATE deadline SET state = 'MET', open_mark = NULL, ended_at = UTC_TIMESTAMP(3) WHERE subject_id = 1");
        assertThat(verdict(digestTruth, digest)).isEqualTo(Truth.Verdict.obsolete("DONE"));
    }

    @Test
    void a_digest_of_yesterday_gives_way_to_what_tells_the_same_today() {
        at("2026-03-27T08:30:00");
        Notice digest = notice("DEADLINES", institution);
        clock.set("2026-03-30T08:00:00");
        assertThat(verdict(digestTruth, digest).facts()).containsEntry("day", "2026-03-30").containsEntry("overdue", "1");
        at("2026-03-30T08:30:00");
        assertThat(verdict(digestTruth, digest)).isEqualTo(Truth.Verdict.obsolete("TOLD_BY_NEWER"));
    }

    @Test
    void a_summary_has_the_figures_of_the_moment_and_ends_with_its_day() {
        at("2026-03-27T09:00:00");
        Notice summary = notice("SUMMARY", null);
        assertThat(summary.facts()).containsEntry("dueSoon", "1").containsEntry("overdue", "0");
        assertThat(verdict(summaryTruth, summary)).isEqualTo(Truth.Verdict.holds(summary));
        deadline("D2", "CITY", 4);
        assertThat(verdict(summaryTruth, summary).facts()).containsEntry("dueSoon", "2");
        sql.update("DELETE FROM deadline");
        assertThat(verdict(summaryTruth, summary)).isEqualTo(Truth.Verdict.obsolete("DONE"));
        clock.set("2026-03-28T08:00:00");
        assertThat(verdict(summaryTruth, summary)).isEqualTo(Truth.Verdict.obsolete("EARLIER_DAY"));
    }

    /** PIPL 19: whether or not anybody else asks. */
    @Test
    void who_was_told_long_ago_is_forgotten_with_the_next_tick() {
        byte[] sealed = vault.seal("oInventedHolder");
        // Of a certificate of which nothing matters.
        transaction.executeWithoutResult(status -> {
            String mode = sql.queryForObject("SELECT @@sql_mode", String.class);
            sql.execute("SET FOREIGN_KEY_CHECKS = 0");
            sql.execute("SET sql_mode = ''");
            sql.update("INSERT IGNORE INTO certificate (id, number, standing) VALUES (1, 'INVENTED', 'VALID')");
            sql.update("SET sql_mode = ?", mode);
            sql.update("""
                    INSERT INTO holder_subscription (certificate_id, open_id_sealed, open_id_hash, state, asked_at, ended_at,
                        kept_until)
                    VALUES (1, ?, ?, 'TOLD', '2026-01-01', '2026-01-02', '2026-02-01')""",
                    sealed, vault.fingerprint("holder-openid", "oInventedHolder"));
            sql.execute("SET FOREIGN_KEY_CHECKS = 1");
        });
        assertThat(remembered(sealed)).isOne();

        at("2026-03-28T03:00:00");

        assertThat(remembered(sealed)).isZero();
    }

    private int remembered(byte[] sealed) {
        return sql.queryForObject("SELECT COUNT(*) FROM holder_subscription WHERE open_id_sealed = ?", Integer.class,
                (Object) sealed);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_database_that_is_away_is_said_once_and_without_what_was_being_written(CapturedOutput log) {
        clock.set("2026-03-27T10:00:00");
        LocalTime ten = LocalTime.of(10, 0);
        LocalTime noon = LocalTime.of(12, 0);
        Watch failing = new Watch(null, null, null, new WatchSettings(Duration.ofMinutes(1), ten, noon, noon, noon.plusHours(1)),
                () -> {
                    throw new DataAccessResourceFailureException("what was being written");
                }, null, clock);

        failing.tick();
        failing.tick();

        assertThat(log.getAll().lines().filter(line -> line.contains("The deadline run fails"))).singleElement().asString()
                .contains("ERROR", "DataAccessResourceFailureException");
        assertThat(log.getAll()).doesNotContain("what was being written");
    }

    @Test
    void hours_that_end_before_they_begin_are_refused() {
        LocalTime nine = LocalTime.of(9, 0);
        LocalTime ten = LocalTime.of(10, 0);
        assertThatThrownBy(() -> new WatchSettings(Duration.ofMinutes(1), ten, nine, nine, ten))
                .hasMessageContaining("-from");
        assertThatThrownBy(() -> new WatchSettings(Duration.ofMinutes(1), nine, ten, nine, nine))
                .hasMessageContaining("-from");
        assertThatThrownBy(() -> new WatchSettings(Duration.ZERO, nine, ten, nine, ten)).hasMessageContaining("every");
    }

    private void at(String shanghai) {
        clock.set(shanghai);
        watch.tick();
    }

    private List<String> kinds() {
        return sql.queryForList("SELECT kind FROM notice ORDER BY kind", String.class);
    }

    private static Truth.Verdict verdict(Truth truth, Notice notice) {
        assertThat(truth.kinds()).contains(notice.kind());
        return truth.of(List.of(notice)).get(notice.id());
    }

    private Notice notice(String kind, Long ofInstitution) {
        return sql.queryForObject(
                "SELECT * FROM notice WHERE kind = ? AND institution_id <=> ?",
                (row, i) -> new Notice(
                        row.getLong("id"),
                        NoticeKind.valueOf(kind),
                        row.getString("notice_key"),
                        Recipient.contact(row.getLong("recipient_id")),
                        new NewNotice.About(
                                new Deed.Subject(
                                        Deed.Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_key")),
                                ofInstitution,
                                row.getString("region_code")),
                        JsonMapper.shared().readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
                        false, List.of(Channel.EMAIL), Channel.EMAIL, NoticeState.SENDING, 0, 0, clock.instant(), null, null,
                        null, null, null, "", clock.instant(), clock.instant(), 0),
                kind, ofInstitution);
    }

    private void contact(Long ofInstitution) {
        sql.update("""
                INSERT INTO contact (institution_id, region_code, name, duties, channels, email_sealed, state, lasting_mark,
                    created_by, created_at, version)
                VALUES (?, ?, '测试', 'DEADLINES', 'EMAIL', ?, 'INVITED', 1, 'tester', UTC_TIMESTAMP(3), 0)""",
                ofInstitution, CITY, vault.seal("someone@example.com"));
    }

    private void deadline(String rule, String debtor, long subject) {
        sql.update("""
                INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor, start_on,
                    due_on, due_at, provisional, state, open_mark, started_at, evidence)
                VALUES (?, 10, 'RETURN', ?, ?, ?, ?, '2026-02-01', ?, '2026-12-31', FALSE, 'OPEN', 1, '2026-02-01', '')""",
                rule, subject, institution, CITY, debtor, DUE);
    }
}
