package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.SealedSnapshot;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps how returned rows are, many as one statement, which the driver makes of a batch (rewriteBatchedStatements). */
@Component
class ReturnRowInsert {

    private static final String INSERT = """
            INSERT INTO return_row (return_id, certificate_id, row_no, reason_code, reason, remark, before_name,
                before_id_type, before_id, before_occupation, before_job, before_level, before_issue_date)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int ROWS_PER_STATEMENT = 500;

    private final JdbcTemplate jdbc;

    ReturnRowInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void insertAll(long returnId, List<ReturnCheck.Chosen> chosen, List<SealedSnapshot> snapshots) {
        Map<Long, ReturnCheck.Chosen> reasons = chosen.stream()
                .collect(Collectors.toMap(ReturnCheck.Chosen::certificateId, Function.identity()));
        jdbc.batchUpdate(INSERT, snapshots, ROWS_PER_STATEMENT, (statement, snapshot) -> {
            statement.setLong(1, returnId);
            set(statement, reasons.get(snapshot.certificateId()));
            set(statement, snapshot);
        });
    }

    private static void set(PreparedStatement statement, ReturnCheck.Chosen chosen) throws SQLException {
        statement.setLong(2, chosen.certificateId());
        statement.setInt(3, chosen.rowNo());
        statement.setString(4, chosen.reason().code());
        statement.setString(5, chosen.reason().wording());
        statement.setString(6, chosen.remark());
    }

    private static void set(PreparedStatement statement, SealedSnapshot snapshot) throws SQLException {
        statement.setBytes(7, snapshot.name());
        statement.setString(8, snapshot.idType().name());
        statement.setBytes(9, snapshot.id());
        statement.setString(10, snapshot.occupation());
        statement.setString(11, snapshot.job());
        statement.setString(12, snapshot.level().name());
        statement.setObject(13, snapshot.issueDate());
    }
}
