package io.zhengxun.registry.certificate;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Inserts many certificates as one statement, which the driver makes of a batch (rewriteBatchedStatements). A mapper's
 * {@code foreach} was measured to cost seven times as much as the statement itself.
 */
@Component
class CertificateInsert {

    private static final String INSERT = """
            INSERT INTO certificate (number, submission_id, institution_id, row_no, name_sealed, name_index, id_type,
                id_sealed, id_index, index_key, occupation, job, level, issue_date, standing)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** Some 200 KB of statement. */
    private static final int ROWS_PER_STATEMENT = 500;

    private final JdbcTemplate jdbc;

    CertificateInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void insertAll(long submissionId, long institutionId, List<CertificateRow> rows) {
        jdbc.batchUpdate(INSERT, rows, ROWS_PER_STATEMENT, (statement, row) -> {
            statement.setLong(2, submissionId);
            statement.setLong(3, institutionId);
            set(statement, row);
        });
    }

    private static void set(PreparedStatement statement, CertificateRow row) throws SQLException {
        statement.setString(1, row.number);
        statement.setInt(4, row.rowNo);
        statement.setBytes(5, row.nameSealed);
        statement.setBytes(6, row.nameIndex);
        statement.setString(7, row.idType.name());
        statement.setBytes(8, row.idSealed);
        statement.setBytes(9, row.idIndex);
        statement.setInt(10, row.indexKey);
        statement.setString(11, row.occupation);
        statement.setString(12, row.job);
        statement.setString(13, row.level.name());
        statement.setObject(14, row.issueDate);
        statement.setString(15, row.standing.name());
    }
}
