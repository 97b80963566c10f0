package io.zhengxun.registry.digest;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.privacy.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Invented deadlines, contacts and what the watch made of them. */
@Component
class WatchCases {

    private final JdbcTemplate sql;
    private final Institutions institutions;
    private final Vault vault;
    private final AtomicLong ids = new AtomicLong(System.nanoTime() % 100_000_000_000L);

    WatchCases(JdbcTemplate sql, Institutions institutions, Vault vault) {
        this.sql = sql;
        this.institutions = institutions;
        this.vault = vault;
    }

    /** Nothing is due, nobody of a centre is to be told, no run was made. */
    void clear() {
        for (String table : List.of(
                "deadline_digest", "deadline_alert", "watch_run", "deadline", "notice_decision", "notice")) {
            sql.update("DELETE FROM " + table);
        }
        sql.update("UPDATE contact SET state = 'ENDED', lasting_mark = NULL, ended_at = UTC_TIMESTAMP(3),"
                + " ended_by = 'system' WHERE lasting_mark = 1");
    }

    long institution(String regionCode) {
        String prefix = FreshNumbers.prefix();
        Tier tier = regionCode.equals(Region.PROVINCE_CODE) ? Tier.PROVINCIAL : Tier.MUNICIPAL;
        return institutions.file(new NewInstitution(
                prefix, "预警测试机构" + prefix, tier, regionCode, "020-0000000", Map.of()));
    }

    /** A contact who is told of deadlines, by e-mail. */
    long contactOf(long institutionId, String regionCode) {
        return contact(institutionId, regionCode, null, Duty.DEADLINES);
    }

    long contactOf(String regionCode) {
        return contact(null, regionCode, null, Duty.DEADLINES);
    }

    long contact(Long institutionId, String regionCode, String username, Duty duty) {
        sql.update("""
                INSERT INTO contact (institution_id, region_code, username, name, duties, channels, email_sealed, state,
                    lasting_mark, created_by, created_at, version)
                VALUES (?, ?, ?, '测试', ?, 'EMAIL', ?, 'INVITED', 1, 'tester', UTC_TIMESTAMP(3), 0)""",
                institutionId, regionCode, username, duty.name(), vault.seal("someone@example.com"));
        return sql.queryForObject("SELECT MAX(id) FROM contact", Long.class);
    }

    String account(String role) {
        String username = "watch-" + ids.incrementAndGet();
        sql.update("""
                INSERT INTO account (username, name, role, password_hash, must_change, password_set_at, epoch, created_at,
                    version)
                VALUES (?, '测试', ?, '', FALSE, UTC_TIMESTAMP(3), 0, UTC_TIMESTAMP(3), 0)""", username, role);
        return username;
    }

    /** An open deadline that was started long before. */
    long deadline(DeadlineRule rule, long institutionId, String regionCode, LocalDate dueOn) {
        long subject = ids.incrementAndGet();
        Instant started = dueOn.minusDays(400).atStartOfDay(LegalTime.ZONE).toInstant();
        sql.update("""
                INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor, start_on,
                    due_on, due_at, provisional, state, open_mark, started_at, evidence)
                VALUES (?, 10, 'RETURN', ?, ?, ?, ?, ?, ?, ?, FALSE, 'OPEN', 1, ?, '')""",
                rule.name(), subject, institutionId, regionCode, rule.debtor().inCaseOf(regionCode).name(),
                dueOn.minusDays(400), dueOn, Timestamp.from(LegalTime.endOf(dueOn)), Timestamp.from(started));
        return sql.queryForObject("SELECT id FROM deadline WHERE subject_id = ?", Long.class, subject);
    }

    void meet(long deadline) {
        sql.update("UPDATE deadline SET state = 'MET', open_mark = NULL, ended_at = UTC_TIMESTAMP(3) WHERE id = ?", deadline);
    }

    /** Whoever holds a run is silent for longer than its lease. */
    void letLeasesRunOut() {
        sql.update("UPDATE watch_run SET leased_until = '2000-01-01'");
    }

    /** Rungs that were told to who owes it, in the order of the runs. */
    List<String> rungs(long deadline) {
        return sql.queryForList(
                "SELECT rung FROM deadline_alert WHERE deadline_id = ? AND audience = 'DEBTOR' ORDER BY run_id, id",
                String.class, deadline);
    }

    /** Keys of all notices. */
    List<String> notices() {
        return sql.queryForList("SELECT notice_key FROM notice ORDER BY notice_key", String.class);
    }

    long notice(String key) {
        return sql.queryForObject("SELECT id FROM notice WHERE notice_key = ?", Long.class, key);
    }

    Map<String, Object> row(String key) {
        return sql.queryForMap("SELECT * FROM notice WHERE notice_key = ?", key);
    }
}
