package io.zhengxun.standalone.bench;

import io.zhengxun.registry.privacy.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Institutions with a contact each, and returns to be told of, stored by plain SQL. */
final class ManyReturns {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final int institutions;
    private int returns;

    /** @param institutions as many people; each gets its notices one after the other */
    ManyReturns(JdbcTemplate jdbc, Vault vault, int institutions) {
        this.jdbc = jdbc;
        this.institutions = institutions;
        Timestamp now = Timestamp.from(Instant.now());
        batch("INSERT INTO institution (id, number_prefix, name, tier, region_code, phone)"
                + " VALUES (?, ?, ?, 'MUNICIPAL', '440100', '000-00000000')",
                n -> new Object[] {n, "S000044%06d".formatted(n), "广州市示例评价中心" + n}, 0, institutions);
        batch("""
                INSERT INTO contact (id, institution_id, region_code, name, duties, channels, open_id_sealed, open_id_hash,
                    state, bound_at, lasting_mark, created_by, created_at, version)
                VALUES (?, ?, '440100', '示例', 'RETURNS', 'TEMPLATE', ?, ?, 'BOUND', ?, 1, 'bench', ?, 0)""",
                n -> new Object[] {n, n, vault.seal(openId(n)), vault.fingerprint("contact-openid", openId(n)), now, now},
                0, institutions);
        batch("""
                INSERT INTO submission (id, number, institution_id, tier, region_code, stage, desk, kind, stage_since,
                    desk_received_at, row_count, carried_rows, late_rows, submitted_by, created_at, version, issued_on)
                VALUES (?, ?, ?, 'MUNICIPAL', '440100', 'RETURNED_BY_CITY', 'INSTITUTION', 'REPORT', ?, ?, 10, 0, 0, 'bench', ?,
                    0, '2026-11-02')""",
                n -> new Object[] {n, "PC261123-%08d".formatted(n), n, now, now, now}, 0, institutions);
    }

    private static String openId(int n) {
        return "oCrowd%08d".formatted(n);
    }

    /** Further returns, of which nobody has been told. @return the ids of the first and the one after the last */
    IntStream add(int count) {
        int from = returns + 1;
        returns += count;
        Timestamp now = Timestamp.from(Instant.now());
        batch("""
                INSERT INTO submission_return (id, number, submission_id, institution_id, region_code, returned_by, row_count,
                    remark, recorded_by, recorded_at, state, version)
                VALUES (?, ?, ?, ?, '440100', 'CITY', 3, '', 'bench', ?, 'RECORDED', 0)""",
                n -> new Object[] {n, number(n), institution(n), institution(n), now}, from - 1, returns);
        return IntStream.rangeClosed(from, returns);
    }

    /** What the workflow writes with a return; in one transaction each thousand. */
    void announce(IntStream added) {
        List<Integer> all = added.boxed().toList();
        jdbc.batchUpdate("INSERT INTO outbox_event (kind, subject_kind, subject_key, institution_id, region_code, facts,"
                + " occurred_at, state) VALUES ('RETURN_RECORDED', 'RETURN', ?, ?, '440100', '{}', ?, 'NEW')",
                all, AT_ONCE, (statement, n) -> {
                    statement.setString(1, number(n));
                    statement.setLong(2, institution(n));
                    statement.setTimestamp(3, Timestamp.from(Instant.now()));
                });
    }

    private int institution(int n) {
        return 1 + n % institutions;
    }

    private static String number(int n) {
        return "TH261123-%08d".formatted(n);
    }

    private interface Row {
        Object[] of(int n);
    }

    /** Numbers from {@code after + 1} to {@code last}. */
    private void batch(String sql, Row row, int after, int last) {
        for (int from = after; from < last; from += AT_ONCE) {
            jdbc.batchUpdate(sql, IntStream.rangeClosed(from + 1, Math.min(last, from + AT_ONCE)).mapToObj(row::of).toList());
        }
    }
}
