package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much waits to be sent. */
@Component
public class Backlog {

    private final JdbcTemplate jdbc;

    Backlog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param queued the ones included whose time has not come
     * @param firstDueAt of the one that is or will be due first
     */
    public record Waiting(long queued, Instant firstDueAt) {}

    /** By channel, without those for which nothing waits; costs as much as waits. */
    public Map<Channel, Waiting> waiting() {
        Map<Channel, Waiting> waiting = new EnumMap<>(Channel.class);
        jdbc.query("SELECT channel, COUNT(*) AS queued, MIN(due_at) AS first_due_at FROM notice FORCE INDEX (ix_notice_claim)"
                + " WHERE state = 'QUEUED' GROUP BY channel", row -> {
            waiting.put(Channel.valueOf(row.getString("channel")),
                    new Waiting(row.getLong("queued"), NoticeRow.instant(row, "first_due_at")));
        });
        return waiting;
    }
}
