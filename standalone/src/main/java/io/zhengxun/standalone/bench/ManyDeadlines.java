package io.zhengxun.standalone.bench;

import io.zhengxun.registry.privacy.Vault;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Open deadlines of institutions and cities with contacts, stored by plain SQL; some have a rung on a given day. */
final class ManyDeadlines {

    private static final int AT_ONCE = 50_000;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    ManyDeadlines(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** On how many deadlines a day has a rung: the last day itself. */
    record Day(LocalDate day, int due) {}

    void fill(int deadlines, List<Day> days, PrintStream out) {
        out.println("Filling in " + deadlines + " open deadlines…");
        long start = System.nanoTime();
        ManyBatches.institutions(jdbc);
        byte[] email = vault.seal("someone@example.com");
        for (int each = 0; each < 2; each++) {
            jdbc.update(contacts("id, region_code", "institution"), email);
        }
        jdbc.update(contacts("NULL, code", "region"), email);
        int stored = 0;
        for (Day day : days) {
            insert(stored, day.due(), "'" + day.day() + "'", "'" + day.day() + "'");
            stored += day.due();
        }
        for (int from = stored; from < deadlines; from += AT_ONCE) {
            insert(from, Math.min(AT_ONCE, deadlines - from), "'2027-01-11' + INTERVAL k % 700 DAY",
                    "'2026-12-25' + INTERVAL k % 700 DAY");
        }
        jdbc.queryForList("ANALYZE TABLE deadline");
        out.printf(Locale.ROOT, "Filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** What was alerted is done: the next measured day begins with nothing else. */
    void meetAlerted() {
        jdbc.update("UPDATE deadline_alert JOIN deadline ON deadline.id = deadline_alert.deadline_id"
                + " SET deadline.state = 'MET', deadline.open_mark = NULL, deadline.ended_at = UTC_TIMESTAMP(3)"
                + " WHERE deadline_alert.run_id = (SELECT MAX(id) FROM watch_run) AND deadline.open_mark = 1");
    }

    /** What of a change of the calendar the next run gets to see. */
    void changeCalendar() {
        jdbc.update("UPDATE calendar_version SET version = version + 1");
    }

    private static String contacts(String whose, String table) {
        return """
                INSERT INTO contact (institution_id, region_code, name, duties, channels, email_sealed, state, lasting_mark,
                    created_by, created_at, version)
                SELECT %s, '示例', 'DEADLINES', 'EMAIL', ?, 'INVITED', 1, 'bench', UTC_TIMESTAMP(3), 0 FROM %s"""
                .formatted(whose, table);
    }

    /** One of eight is a city's, the others are institutions'. */
    private void insert(int from, int count, String dueOn, String nextAlertOn) {
        jdbc.update("""
                INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor, start_on,
                    due_on, due_at, provisional, state, open_mark, started_at, evidence, next_alert_on)
                SELECT IF(k %% 8 = 0, 'D2', 'D1'), 30, IF(k %% 8 = 0, 'SUBMISSION', 'ISSUANCE'), k, i.id, i.region_code,
                    IF(k %% 8 = 0, 'CITY', 'INSTITUTION'), '2025-11-03', %s, '2040-01-01', 0, 'OPEN', 1, '2025-11-03', '', %s
                FROM (SELECT n + %d AS k FROM bench_number WHERE n < %d) numbers
                JOIN institution i ON i.number_prefix = CONCAT('Y000044', LPAD(k * 31 DIV 8 %% %d, 6, '0'))"""
                .formatted(dueOn, nextAlertOn, from, count, ManyBatches.INSTITUTIONS));
    }
}
