package io.zhengxun.registry.deadline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A run costs what is due on its day, not what is stored (T5). */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertIndexTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final int DUE = 70;

    @Autowired
    private DueAlerts alerts;

    @Autowired
    private Institutions institutions;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    /** 100,000 open ones, 70 of which are to be looked at, and half as many ended ones. */
    @BeforeAll
    void store() {
        clear();
        long institution = institutions.file(new NewInstitution(
                FreshNumbers.prefix(), "预警索引机构", Tier.MUNICIPAL, "440700", "020-0000000", Map.of()));
        String digits = "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        sql.update("""
                INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor,
                    start_on, due_on, due_at, provisional, state, open_mark, started_at, ended_at, evidence, next_alert_on)
                SELECT IF(n < 70, 'D2', 'D1'), 30, 'ISSUANCE', n, ?, '440700', IF(n < 70, 'CITY', 'INSTITUTION'), '2025-01-01',
                    '2026-03-27' + INTERVAL IF(n < 70, 0, 1 + n % 900) DAY, '2040-01-01', 0,
                    IF(n < 100000, 'OPEN', 'MET'), IF(n < 100000, 1, NULL), '2025-01-01', IF(n < 100000, NULL, '2025-01-02'), '',
                    IF(n < 70 OR n >= 100000, '2026-03-20', '2026-03-21' + INTERVAL n % 900 DAY)
                FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d n FROM
                """ + digits + " a, " + digits + " b, " + digits + " c, " + digits + " e, " + digits + " f,"
                + " (SELECT 0 d UNION ALL SELECT 1) g) numbers WHERE n < 150000", institution);
        sql.query("ANALYZE TABLE deadline", row -> {});
    }

    @AfterAll
    void clear() {
        sql.update("DELETE FROM deadline");
        sql.update("DELETE FROM deadline_alert");
    }

    @Test
    void a_run_reads_what_is_due_and_not_what_is_stored() {
        long found = rowsRead(() -> assertThat(alerts.give(7, TODAY, 500)).isEqualTo(DUE));
        assertThat(found).isLessThan(8 * DUE);
        assertThat(rowsRead(() -> assertThat(alerts.give(7, TODAY, 500)).isZero())).isLessThan(5);
        assertThat(rowsRead(() -> assertThat(alerts.anyLeft(TODAY)).isFalse())).isLessThan(5);

        assertThat(rowsRead(() -> assertThat(alerts.owners(7, "", 10)).hasSize(1))).isLessThan(DUE + 10);
        long told = rowsRead(() -> assertThat(alerts.of(7, alerts.owners(7, "", 10))).hasSize(DUE));
        assertThat(told).isLessThan(10 * DUE);

        long counted = rowsRead(() -> assertThat(alerts.owedByCentres(TODAY, TODAY.plusDays(7))).hasSize(1));
        assertThat(counted).isLessThan(3 * DUE);
    }

    @Test
    void the_plan_uses_the_index_in_its_order() {
        Map<String, Object> plan = sql.queryForMap(
                "EXPLAIN SELECT id FROM deadline FORCE INDEX (ix_deadline_alert) WHERE open_mark = 1"
                        + " AND next_alert_on <= '2026-03-20' ORDER BY next_alert_on, id LIMIT 500 FOR UPDATE SKIP LOCKED");
        assertThat(plan.get("key")).isEqualTo("ix_deadline_alert");
        assertThat(plan.get("Extra")).asString().doesNotContain("filesort");
    }

    /** What the storage engine was asked for, counted by the server for this session. */
    private long rowsRead(Runnable query) {
        Supplier<Long> count = () -> sql.query("SHOW SESSION STATUS LIKE 'Handler_read%'", (row, i) -> row.getLong(2))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return transaction.execute(t -> {
            long before = count.get();
            query.run();
            return count.get() - before;
        });
    }
}
