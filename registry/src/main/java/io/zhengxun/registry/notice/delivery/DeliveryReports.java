package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What channels report about messages that they accepted. */
@Component
public class DeliveryReports {

    private static final int CAUSE_LENGTH = 60;
    private static final int MESSAGE_ID_LENGTH = 64;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DeliveryReports(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a report until its notice is found; the notifier then acts on it. May come before the acceptance was recorded,
     * late, or again: of several about one message the first counts.
     *
     * @param messageId the channel's id of the message, e.g. MsgID; one that no column takes is ignored
     * @param cause as the channel words it, e.g. {@code failed:user block}; empty when delivered
     * @param reportedAt by the channel's clock
     */
    public void record(Channel channel, String messageId, boolean delivered, String cause, Instant reportedAt) {
        if (messageId.isEmpty() || messageId.length() > MESSAGE_ID_LENGTH) {
            return;
        }
        jdbc.update("""
                INSERT INTO delivery_report (channel, message_id, delivered, cause, reported_at, received_at, waiting_mark)
                VALUES (?, ?, ?, ?, ?, ?, 1) ON DUPLICATE KEY UPDATE id = id""",
                channel.name(), messageId, delivered, kept(cause), Timestamp.from(reportedAt),
                Timestamp.from(clock.instant()));
    }

    private static String kept(String cause) {
        String ascii = cause.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.substring(0, Math.min(ascii.length(), CAUSE_LENGTH));
    }

    /** Those that wait, in the order of their coming, each with the notice whose message it was if that is known by now. */
    public List<DeliveryReport> waiting(long afterId, int most) {
        return jdbc.query("""
                SELECT w.*, n.kind FROM (
                    SELECT r.id, r.channel, r.message_id, r.delivered, r.cause, r.reported_at, r.received_at,
                        (SELECT MAX(a.notice_id) FROM notice_attempt a FORCE INDEX (ix_notice_attempt_message)
                            WHERE a.channel = r.channel AND a.message_id = r.message_id) AS notice_id
                    FROM delivery_report r FORCE INDEX (ix_delivery_report_waiting)
                    WHERE r.waiting_mark = 1 AND r.id > ? ORDER BY r.id LIMIT ?) w
                LEFT JOIN notice n ON n.id = w.notice_id ORDER BY w.id""",
                DeliveryReports::report, afterId, most);
    }

    /** Of these, the ones that wait still and that no other transaction has: the caller's until it commits. */
    List<DeliveryReport> locked(List<DeliveryReport> reports) {
        if (reports.isEmpty()) {
            return reports;
        }
        Set<Long> free = new HashSet<>(jdbc.queryForList("SELECT id FROM delivery_report WHERE id IN ("
                        + String.join(",", Collections.nCopies(reports.size(), "?"))
                        + ") AND waiting_mark = 1 FOR UPDATE SKIP LOCKED",
                Long.class, reports.stream().map(DeliveryReport::id).toArray()));
        return reports.stream().filter(report -> free.contains(report.id())).toList();
    }

    /** They wait no longer: they were acted on, or nobody will know of their message any more. */
    public void settle(List<DeliveryReport> reports) {
        if (!reports.isEmpty()) {
            jdbc.batchUpdate("UPDATE delivery_report SET waiting_mark = NULL, notice_id = ? WHERE id = ?",
                    new ArrayList<>(reports), reports.size(), (statement, report) -> {
                        statement.setObject(1, report.noticeId());
                        statement.setLong(2, report.id());
                    });
        }
    }

    private static DeliveryReport report(ResultSet row, int number) throws SQLException {
        long noticeId = row.getLong("notice_id");
        String kind = row.getString("kind");
        return new DeliveryReport(
                row.getLong("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("message_id"),
                row.getBoolean("delivered"),
                row.getString("cause"),
                row.getTimestamp("reported_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                noticeId == 0 ? null : noticeId,
                kind == null ? null : NoticeKind.valueOf(kind));
    }
}
