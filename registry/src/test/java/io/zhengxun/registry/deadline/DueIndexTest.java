package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Open deadlines are found at a cost that depends on what is due, not on what is stored. */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueIndexTest {

    private static final int STORED = 300_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private Clocks clocks;

    @Autowired
    private Recount recount;

    @Autowired
    private DeadlineCases cases;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    private DeadlineSubject guangzhou;
    private DeadlineSubject shenzhen;

    /** 200,000 open ones, of which seven are due by today, and half as many ended ones. */
    @BeforeAll
    void store() {
        sql.update("DELETE FROM deadline");
        guangzhou = cases.next(DeadlineSubject.Kind.ISSUANCE);
        shenzhen = cases.next(DeadlineSubject.Kind.ISSUANCE, "440300");
        String digits = "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        String numbers = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d n FROM "
                + digits + " a, " + digits + " b, " + digits + " c, " + digits + " e, " + digits + " f,"
                + " (SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2) g) numbers";
        sql.update("""
                INSERT INTO deadline (rule, length, subject_kind, subject_id, institution_id, region_code, debtor,
                    start_on, due_on, due_at, provisional, state, open_mark, started_at, ended_at, evidence)
                SELECT IF(n % 16 = 3, 'D2', 'D1'), 30, 'ISSUANCE', n, IF(n % 8 = 1, ?, ?),
                    IF(n % 8 = 1, '440300', '440100'), IF(n % 16 = 3, 'CITY', 'INSTITUTION'), '2026-01-01',
                    CASE WHEN n < 7 THEN ? ELSE DATE_ADD(?, INTERVAL 1 + n % 900 DAY) END,
                    '2040-01-01', 0, IF(n < 200000, 'OPEN', 'MET'), IF(n < 200000, 1, NULL),
                    NOW(3), IF(n < 200000, NULL, NOW(3)), ''
                FROM """ + " " + numbers,
                shenzhen.institutionId(), guangzhou.institutionId(), TODAY, TODAY);
        sql.query("ANALYZE TABLE deadline", row -> {});
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM deadline", Integer.class)).isEqualTo(STORED);
    }

    @AfterAll
    void clear() {
        sql.update("DELETE FROM deadline");
    }

    @Test
    void what_is_due_costs_what_is_found_and_not_what_is_stored() {
        for (DeadlineFilter filter : List.of(
                filter(null, null, null, null),
                filter(DeadlineRule.D1, null, null, null),
                filter(null, Debtor.INSTITUTION, null, null),
                filter(null, null, guangzhou.institutionId(), null),
                filter(null, null, null, "440100"),
                filter(null, Debtor.CITY, null, "440100"))) {
            List<Deadline> found = new ArrayList<>();
            long read = rowsRead(() -> found.addAll(clocks.page(filter, DeadlineKey.FIRST, 100)));
            assertThat(found).as("%s", filter).isNotEmpty().hasSizeLessThanOrEqualTo(7);
            assertThat(read).as("rows read for %s", filter).isLessThan(20);
        }
    }

    @Test
    void a_deep_page_costs_what_the_first_one_does() {
        DeadlineFilter all = DeadlineFilter.NONE;
        DeadlineKey deep = sql.queryForObject(
                "SELECT due_on, id FROM deadline WHERE open_mark = 1 ORDER BY due_on, id LIMIT 100000, 1",
                (row, i) -> new DeadlineKey(row.getObject(1, LocalDate.class), row.getLong(2)));
        // On the day of the key, those before it are passed over in the index.
        int sameDay = sql.queryForObject(
                "SELECT COUNT(*) FROM deadline WHERE open_mark = 1 AND due_on = ? AND id <= ?",
                Integer.class, deep.dueOn(), deep.id());
        List<Deadline> page = new ArrayList<>();
        long read = rowsRead(() -> page.addAll(clocks.page(all, deep, 50)));
        assertThat(page).hasSize(50);
        assertThat(read).isLessThan(100 + sameDay);
        assertThat(page.get(0).key()).isNotEqualTo(deep);
    }

    @Test
    void a_recount_looks_at_no_deadline_that_was_due_before() {
        LocalDate late = sql.queryForObject(
                "SELECT due_on FROM deadline WHERE open_mark = 1 ORDER BY due_on DESC LIMIT 20, 1", LocalDate.class);
        int open = sql.queryForObject(
                "SELECT COUNT(*) FROM deadline WHERE open_mark = 1 AND due_on >= ?", Integer.class, late);
        ChangedDays changed = new ChangedDays(late, late);
        long read = rowsRead(() -> recount.preview(changed, new WorkingDays(List.of())));
        assertThat(open).isBetween(20, 2000);
        // Each is read once and put to its group; the first ones are read again to be shown.
        assertThat(read).isLessThan(5L * open + 1000);
    }

    @Test
    void the_plans_use_the_indexes() {
        assertPlan("ix_deadline_due", "open_mark = 1 AND due_on <= '2026-03-02'");
        assertPlan("ix_deadline_debtor", "open_mark = 1 AND debtor = 'CITY' AND due_on <= '2026-03-02'");
        assertPlan("ix_deadline_region", "open_mark = 1 AND region_code = '440300' AND due_on <= '2026-03-02'");
        assertPlan("ix_deadline_rule", "open_mark = 1 AND rule = 'D2' AND due_on <= '2026-03-02'");
    }

    private void assertPlan(String index, String condition) {
        Map<String, Object> plan = sql.queryForMap(
                "EXPLAIN SELECT * FROM deadline WHERE " + condition + " ORDER BY due_on, id LIMIT 100");
        assertThat(plan.get("key")).as(condition).asString().startsWith(index);
        assertThat(plan.get("Extra")).as(condition).asString().doesNotContain("filesort");
    }

    private static DeadlineFilter filter(DeadlineRule rule, Debtor debtor, Long institutionId, String regionCode) {
        return new DeadlineFilter(rule, debtor, institutionId, regionCode, TODAY);
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
