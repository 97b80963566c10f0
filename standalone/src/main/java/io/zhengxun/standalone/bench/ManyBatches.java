package io.zhengxun.standalone.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Batches at all stages over all cities and years, stored by plain SQL: the workflow would need hours for a million. */
final class ManyBatches {

    static final int INSTITUTIONS = 300;
    private static final int AT_ONCE = 20_000;
    private static final String DIGITS =
            "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5"
                    + " UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    private ManyBatches() {}

    static void fill(JdbcTemplate jdbc, int batches, PrintStream out) {
        out.println("Filling in " + batches + " batches…");
        long start = System.nanoTime();
        institutions(jdbc);
        for (int from = 0; from < batches; from += AT_ONCE) {
            insert(jdbc, from, batches);
        }
        jdbc.queryForList("ANALYZE TABLE submission");
        out.printf(Locale.ROOT, "Filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** And numbers from 0 to 99,999 to multiply by. A third of the institutions is of one city. */
    static void institutions(JdbcTemplate jdbc) {
        jdbc.update("CREATE TABLE bench_number (n INT NOT NULL PRIMARY KEY)");
        jdbc.update("INSERT INTO bench_number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d FROM "
                + DIGITS + " a JOIN " + DIGITS + " b JOIN " + DIGITS + " c JOIN " + DIGITS + " e JOIN " + DIGITS + " f");
        jdbc.update("""
                INSERT INTO institution (number_prefix, name, tier, region_code, phone)
                SELECT CONCAT('Y000044', LPAD(n.n, 6, '0')), CONCAT('示例机构', n.n), 'MUNICIPAL', r.code, '000-00000000'
                FROM bench_number n JOIN (SELECT code, ROW_NUMBER() OVER (ORDER BY code) - 1 AS place FROM region
                    WHERE kind = 'CITY') r ON r.place = IF(n.n % 3 = 0, 0, n.n % 21)
                WHERE n.n < """ + " " + INSTITUTIONS);
    }

    /** A quarter of the batches is still under review. */
    private static void insert(JdbcTemplate jdbc, int from, int batches) {
        jdbc.update("""
                INSERT INTO submission (number, institution_id, tier, region_code, stage, desk, kind, stage_since,
                    desk_received_at, due_on, row_count, carried_rows, late_rows, file_digest, submitted_by, created_at,
                    version, issued_on)
                SELECT CONCAT('PC', DATE_FORMAT(x.at, '%%y%%m%%d'), '-', LPAD(x.k, 8, '0')), i.id, i.tier, i.region_code,
                    x.stage, x.desk, 'REPORT', x.at, x.at, IF(x.desk = 'NONE', NULL, DATE(x.at) + INTERVAL 21 DAY), 100, 100,
                    IF(x.k %% 97 = 0, 3, 0), NULL, 'bench', x.at, 0, DATE(x.at) - INTERVAL 10 DAY
                FROM (SELECT k, '2024-01-01' + INTERVAL k * 85 SECOND AS at,
                        ELT(1 + k %% 16, 'CITY_REVIEW', 'PROVINCE_REVIEW', 'RECEIVED', 'PROVINCE_REVIEWED', 'PUBLISHED',
                            'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED',
                            'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'REPLACED') AS stage,
                        ELT(1 + k %% 16, 'CITY', 'PROVINCE', 'CITY', 'PROVINCE', 'NONE', 'NONE', 'NONE', 'NONE', 'NONE',
                            'NONE', 'NONE', 'NONE', 'NONE', 'NONE', 'NONE', 'NONE') AS desk
                    FROM (SELECT n + %1$d AS k FROM bench_number WHERE n < %2$d) numbers) x
                JOIN institution i ON i.number_prefix = CONCAT('Y000044', LPAD(x.k * 31 DIV 16 %% %3$d, 6, '0'))"""
                .formatted(from, Math.min(AT_ONCE, batches - from), INSTITUTIONS));
    }
}
