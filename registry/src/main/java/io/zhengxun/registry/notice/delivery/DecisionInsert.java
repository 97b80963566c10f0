package io.zhengxun.registry.notice.delivery;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps decisions, many as one statement, which the driver makes of a batch (rewriteBatchedStatements). */
final class DecisionInsert {

    private static final int DETAIL_LENGTH = 200;
    private static final int ROWS_PER_STATEMENT = 500;

    private DecisionInsert() {}

    static void insertAll(JdbcTemplate jdbc, List<Noted> decisions, String by, Timestamp at) {
        if (decisions.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("INSERT INTO notice_decision (notice_id, decision, detail, decided_by, decided_at)"
                + " VALUES (?, ?, ?, ?, ?)", decisions, ROWS_PER_STATEMENT, (statement, noted) -> {
            statement.setLong(1, noted.noticeId());
            statement.setString(2, noted.decision().name());
            statement.setString(3, noted.detail().substring(0, Math.min(noted.detail().length(), DETAIL_LENGTH)));
            statement.setString(4, by);
            statement.setTimestamp(5, at);
        });
    }
}
