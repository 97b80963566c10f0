package io.zhengxun.registry.deadline.alert;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Inserts many alerts as one statement; one that was given before stays with the run that gave it. */
@Component
class AlertInsert {

    private static final int ROWS_PER_STATEMENT = 1000;
    /** That a deadline was missed is told above once, whichever run is the first to see it (T7). */
    private static final String MISSED = "MISSED";
    private static final String INSERT = """
            INSERT INTO deadline_alert (deadline_id, due_on, rung, audience, owner, run_id)
            VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id""";

    private final JdbcTemplate jdbc;

    AlertInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record New(LookRow deadline, String rung, Audience audience) {

        static New toDebtor(LookRow deadline, Rung rung) {
            return new New(deadline, rung.name(), Audience.DEBTOR);
        }

        static New escalated(LookRow deadline) {
            return new New(deadline, MISSED, Audience.ABOVE);
        }

        private String owner() {
            return audience.owner(deadline.debtor(), deadline.institutionId(), deadline.regionCode()).key();
        }
    }

    void insertAll(long runId, List<New> alerts) {
        jdbc.batchUpdate(INSERT, alerts, ROWS_PER_STATEMENT, (statement, alert) -> {
            statement.setLong(1, alert.deadline().id());
            statement.setDate(2, Date.valueOf(alert.deadline().dueOn()));
            statement.setString(3, alert.rung());
            statement.setString(4, alert.audience().name());
            statement.setString(5, alert.owner());
            statement.setLong(6, runId);
        });
    }
}
