package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.SealedSnapshot;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps how returned rows came back (R3), many statements at once. */
@Component
class ReturnRowCorrection {

    private static final String UPDATE = """
            UPDATE return_row SET after_name = ?, after_id_type = ?, after_id = ?, after_occupation = ?, after_job = ?,
                after_level = ?, after_issue_date = ? WHERE return_id = ? AND certificate_id = ?""";
    private static final int ROWS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;

    ReturnRowCorrection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void keep(long returnId, List<SealedSnapshot> corrected) {
        jdbc.batchUpdate(UPDATE, corrected, ROWS_AT_ONCE, (statement, row) -> {
            statement.setBytes(1, row.name());
            statement.setString(2, row.idType().name());
            statement.setBytes(3, row.id());
            statement.setString(4, row.occupation());
            statement.setString(5, row.job());
            statement.setString(6, row.level().name());
            statement.setObject(7, row.issueDate());
            statement.setLong(8, returnId);
            statement.setLong(9, row.certificateId());
        });
    }
}
