package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices that a channel has accepted and did not confirm in time. */
@Component
public class SentNotices {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SentNotices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes those whose time for a confirmation is over; another worker gets them only after the lease.
     *
     * @return as they are now
     */
    @Transactional
    public List<Notice> unconfirmed(Channel channel, int most, Duration lease) {
        Instant now = clock.instant();
        List<Notice> due = jdbc.query("SELECT " + NoticeRow.COLUMNS + " FROM notice n FORCE INDEX (ix_notice_claim)"
                        + " WHERE n.state = ? AND n.channel = ? AND n.due_at <= ? AND n.ended_at IS NULL"
                        + " ORDER BY n.due_at, n.id LIMIT ? FOR UPDATE SKIP LOCKED",
                NoticeRow::read, NoticeState.SENT.name(), channel.name(), Timestamp.from(now), most);
        if (!due.isEmpty()) {
            jdbc.batchUpdate("UPDATE notice SET due_at = ?, version = version + 1 WHERE id = ?", due, due.size(),
                    (statement, notice) -> {
                        statement.setTimestamp(1, Timestamp.from(now.plus(lease)));
                        statement.setLong(2, notice.id());
                    });
        }
        return due.stream().map(notice -> NoticeRow.next(notice, NoticeState.SENT, now.plus(lease))).toList();
    }
}
