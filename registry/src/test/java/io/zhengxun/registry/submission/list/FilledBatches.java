package io.zhengxun.registry.submission.list;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table full of batches, stored by plain SQL, and the slow way to search it. */
final class FilledBatches {

    private static final int INSTITUTIONS = 20;

    private final JdbcTemplate jdbc;
    private final List<Long> institutions = new ArrayList<>();
    private long issuance;

    FilledBatches(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long institution(int n) {
        return institutions.get(n);
    }

    long issuance() {
        return issuance;
    }

    void fill(int batches) {
        for (int n = 0; n < INSTITUTIONS; n++) {
            jdbc.update("""
                    INSERT INTO institution (number_prefix, name, tier, region_code, phone)
                    VALUES (?, ?, 'MUNICIPAL', ?, '000-00000000')""",
                    "Y0000449%05d".formatted(n), "列表示例中心" + n, n % 2 == 0 ? "440200" : "440100");
            institutions.add(jdbc.queryForObject(
                    "SELECT id FROM institution WHERE number_prefix = ?", Long.class, "Y0000449%05d".formatted(n)));
        }
        jdbc.update("""
                INSERT INTO issuance (number, institution_id, region_code, plan_no, occupation, level, issued_count,
                    issue_date, reported_count, state, standing_mark, registered_by, registered_at, version)
                VALUES ('FZ-LIST', ?, '440100', 'P', '电工', 'ADVANCED', 1, '2025-03-03', 0, 'OPEN', 1, 'x', UTC_TIMESTAMP(3), 0)""",
                institutions.get(1));
        issuance = jdbc.queryForObject("SELECT id FROM issuance WHERE number = 'FZ-LIST'", Long.class);
        // Ids and times run in different orders.
        jdbc.update("""
                INSERT INTO submission (number, institution_id, tier, region_code, stage, desk, kind, stage_since,
                    desk_received_at, row_count, carried_rows, late_rows, issuance_id, file_digest, submitted_by, created_at,
                    version, issued_on)
                SELECT CONCAT('PC25', LPAD(1 + n %% 12, 2, '0'), LPAD(1 + n %% 28, 2, '0'), '-', LPAD(n, 8, 'X')), i.id, i.tier,
                    i.region_code, IF(n %% 200 = 7, 'CITY_REVIEWED', IF(n %% 10 = 3, 'DRAFT', 'PUBLISHED')), 'NONE', 'REPORT',
                    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 1, 1, IF(n %% 97 = 5, 1, 0), IF(n %% 1000 = 1, %d, NULL), NULL, 'x',
                    '2025-01-01' + INTERVAL (n * 7919 %% 30011) * 1000 SECOND, 0,
                    '2025-01-01' + INTERVAL (n * 7907 %% 365) DAY
                FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
                    FROM (%2$s) a JOIN (%2$s) b JOIN (%2$s) c JOIN (%2$s) e JOIN (%2$s) f) numbers
                JOIN institution i ON i.number_prefix = CONCAT('Y0000449', LPAD(n * 31 %% %3$d, 5, '0'))
                WHERE n < %4$d""".formatted(issuance, DIGITS, INSTITUTIONS, batches));
        jdbc.queryForList("ANALYZE TABLE submission");
    }

    private static final String DIGITS =
            "SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5"
                    + " UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9";

    /** The answer of the database without any of our paging. */
    List<Long> ids(BatchFilter filter, Scope scope) {
        StringBuilder sql = new StringBuilder("SELECT id FROM submission WHERE TRUE");
        if (scope.institutionId() != null) {
            sql.append(" AND institution_id = ").append(scope.institutionId());
        }
        if (scope.regionCode() != null) {
            sql.append(" AND region_code = ").append(scope.regionCode());
        }
        if (filter.city() != null) {
            sql.append(" AND region_code = ").append(filter.city());
        }
        if (filter.institutions() != null) {
            sql.append(" AND institution_id IN (-1");
            filter.institutions().forEach(id -> sql.append(", ").append(id));
            sql.append(")");
        }
        if (filter.stage() != null) {
            sql.append(" AND stage = '").append(filter.stage()).append("'");
        }
        if (filter.kind() != null) {
            sql.append(" AND kind = '").append(filter.kind()).append("'");
        }
        sql.append(filter.lateOnly() ? " AND late_rows > 0" : "");
        if (filter.issuanceId() != null) {
            sql.append(" AND issuance_id = ").append(filter.issuanceId());
        }
        if (filter.numberPrefix() != null) {
            sql.append(" AND number LIKE '").append(filter.numberPrefix()).append("%'");
        }
        if (filter.created() != null) {
            sql.append(" AND DATE(created_at + INTERVAL 8 HOUR) BETWEEN '").append(filter.created().from())
                    .append("' AND '").append(filter.created().to()).append("'");
        }
        if (filter.issued() != null) {
            sql.append(" AND issued_on BETWEEN '").append(filter.issued().from()).append("' AND '")
                    .append(filter.issued().to()).append("'");
        }
        String order = filter.numberPrefix() != null ? "number" : filter.issued() != null && filter.issuanceId() == null ? "issued_on" : "created_at";
        return jdbc.queryForList(sql + " ORDER BY " + order + " DESC, id DESC", Long.class);
    }

    /** Some reports become corrections, which needs returns. */
    void correct(int every) {
        jdbc.update("""
                INSERT INTO submission_return (number, submission_id, institution_id, region_code, returned_by, row_count,
                    remark, recorded_by, recorded_at, state, version)
                SELECT CONCAT('TH-', id), id, institution_id, region_code, 'CITY', 1, '', 'x', UTC_TIMESTAMP(3), 'RECORDED', 0
                FROM submission WHERE submitted_by = 'x' AND id %% %d = 0""".formatted(every));
        jdbc.update("""
                UPDATE submission s JOIN submission_return r ON r.submission_id = s.id
                SET s.kind = '%s', s.answers_return_id = r.id""".formatted(Submission.Kind.CORRECTION));
    }

    void clear() {
        jdbc.update("UPDATE submission SET kind = 'REPORT', answers_return_id = NULL WHERE submitted_by = 'x'");
        jdbc.update("DELETE FROM submission_return WHERE number LIKE 'TH-%'");
        jdbc.update("DELETE FROM submission WHERE submitted_by = 'x'");
        jdbc.update("DELETE FROM issuance WHERE number = 'FZ-LIST'");
        jdbc.update("DELETE FROM institution WHERE number_prefix LIKE 'Y0000449%'");
    }
}
