package io.zhengxun.registry.certificate;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives returned certificates their corrected values and their new batch, many statements at once. */
@Component
class CertificateReplace {

    /** The standing stays: a correction does not end a suspension (K8). */
    private static final String UPDATE = """
            UPDATE certificate SET submission_id = ?, row_no = ?, name_sealed = ?, name_index = ?, id_type = ?,
                id_sealed = ?, id_index = ?, index_key = ?, occupation = ?, job = ?, level = ?, issue_date = ?,
                return_id = NULL
            WHERE id = ? AND return_id = ?""";
    private static final int ROWS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;

    CertificateReplace(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows with the ids of their certificates. */
    void replaceAll(long returnId, long submissionId, List<CertificateRow> rows) {
        int[][] counts = jdbc.batchUpdate(UPDATE, rows, ROWS_AT_ONCE, (statement, row) -> {
            statement.setLong(1, submissionId);
            set(statement, row);
            statement.setLong(13, row.id);
            statement.setLong(14, returnId);
        });
        for (int[] some : counts) {
            for (int count : some) {
                if (count != 1 && count != Statement.SUCCESS_NO_INFO) {
                    throw new RowTaken();
                }
            }
        }
    }

    private static void set(PreparedStatement statement, CertificateRow row) throws SQLException {
        statement.setInt(2, row.rowNo);
        statement.setBytes(3, row.nameSealed);
        statement.setBytes(4, row.nameIndex);
        statement.setString(5, row.idType.name());
        statement.setBytes(6, row.idSealed);
        statement.setBytes(7, row.idIndex);
        statement.setInt(8, row.indexKey);
        statement.setString(9, row.occupation);
        statement.setString(10, row.job);
        statement.setString(11, row.level.name());
        statement.setObject(12, row.issueDate);
    }
}
