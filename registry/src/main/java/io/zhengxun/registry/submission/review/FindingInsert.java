package io.zhengxun.registry.submission.review;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Inserts many findings as few statements, which the driver makes of a batch (rewriteBatchedStatements). */
@Component
class FindingInsert {

    static final String SEPARATOR = "\t";
    private static final String INSERT = """
            INSERT INTO finding (submission_id, certificate_id, code, rule, arguments) VALUES (?, ?, ?, ?, ?)""";
    private static final int ROWS_PER_STATEMENT = 1000;

    private final JdbcTemplate jdbc;

    FindingInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void insertAll(long submissionId, List<Finding> findings) {
        jdbc.batchUpdate(INSERT, findings, ROWS_PER_STATEMENT, (statement, finding) -> {
            statement.setLong(1, submissionId);
            statement.setLong(2, finding.certificateId());
            statement.setString(3, finding.code().name());
            statement.setString(4, finding.code().rule());
            statement.setString(5, String.join(SEPARATOR, finding.arguments()));
        });
    }
}
