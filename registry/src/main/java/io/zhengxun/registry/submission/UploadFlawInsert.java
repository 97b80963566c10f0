package io.zhengxun.registry.submission;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Inserts many lines of a report as one statement, which the driver makes of a batch (rewriteBatchedStatements). */
@Component
class UploadFlawInsert {

    private static final String INSERT = """
            INSERT INTO upload_flaw (upload_id, flaw_no, row_no, field, masked_value, rule, code, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int LINES_PER_STATEMENT = 500;

    private final JdbcTemplate jdbc;

    UploadFlawInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void insertAll(long uploadId, List<UploadFlaw> flaws) {
        jdbc.batchUpdate(INSERT, flaws, LINES_PER_STATEMENT, (statement, flaw) -> {
            statement.setLong(1, uploadId);
            statement.setInt(2, flaw.flawNo());
            statement.setInt(3, flaw.rowNo());
            statement.setString(4, flaw.field());
            statement.setString(5, flaw.maskedValue());
            statement.setString(6, flaw.rule());
            statement.setString(7, flaw.code());
            statement.setString(8, flaw.reason());
        });
    }
}
