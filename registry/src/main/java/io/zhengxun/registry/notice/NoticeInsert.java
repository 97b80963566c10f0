package io.zhengxun.registry.notice;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Inserts many notices as one statement; a notice whose key is there already is left as it is. */
@Component
class NoticeInsert {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROWS_PER_STATEMENT = 500;
    /** What is there already stays unchanged: two runs, or two instances at once, tell once. */
    private static final String INSERT = """
            INSERT INTO notice (kind, notice_key, recipient_kind, recipient_id, lane, institution_id, region_code,
                subject_kind, subject_key, facts, urgent, channels, channel, state, open_mark, round, attempts, due_at,
                ended_at, cause, occurred_at, created_at, left_out, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, 0)
            ON DUPLICATE KEY UPDATE id = id""";

    private final JdbcTemplate jdbc;

    NoticeInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insertAll(List<NewNotice> notices, Instant now) {
        Timestamp at = Timestamp.from(now);
        jdbc.batchUpdate(INSERT, notices, ROWS_PER_STATEMENT, (statement, notice) -> set(statement, notice, at));
    }

    private static void set(PreparedStatement statement, NewNotice notice, Timestamp now) throws SQLException {
        boolean sendable = notice.recipient().kind() != Recipient.Kind.NOBODY && !notice.channels().isEmpty();
        statement.setString(1, notice.kind().name());
        statement.setString(2, notice.key());
        statement.setString(3, notice.recipient().kind().name());
        statement.setLong(4, notice.recipient().id());
        statement.setString(5, notice.lane());
        statement.setObject(6, notice.about().institutionId());
        statement.setString(7, notice.about().regionCode());
        statement.setString(8, notice.about().subject().kind().name());
        statement.setString(9, notice.about().subject().key());
        statement.setString(10, JSON.writeValueAsString(notice.facts()));
        statement.setBoolean(11, notice.urgent());
        statement.setString(12, Channel.written(notice.channels()));
        statement.setString(13, notice.channels().isEmpty() ? "" : notice.channels().get(0).name());
        statement.setString(14, sendable ? NoticeState.QUEUED.name() : NoticeState.GAVE_UP.name());
        statement.setObject(15, sendable ? 1 : null);
        statement.setTimestamp(16, now);
        statement.setTimestamp(17, sendable ? null : now);
        statement.setString(18, sendable ? "" : "NO_RECIPIENT");
        statement.setTimestamp(19, Timestamp.from(notice.occurredAt()));
        statement.setTimestamp(20, now);
        statement.setString(21, Channel.written(notice.leftOut()));
    }
}
