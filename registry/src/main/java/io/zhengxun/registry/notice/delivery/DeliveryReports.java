package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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
}
