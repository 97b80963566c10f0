package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices that wait for a person: a stop to be lifted, settings to be made. Their channel is the one in whose way it is. */
@Component
public class HeldNotices {

    /** Causes. */
    public static final String STOPPED = "STOPPED";
    public static final String NOT_CONFIGURED = "NOT_CONFIGURED";

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    HeldNotices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Queues some of what is held again, on the channel that was in its way, under way through its chain from there. Not all
     * at once: a transaction for as much as an account's stop can hold would last too long to succeed.
     *
     * @param kind null for all kinds
     * @param cause why they are held: {@link #STOPPED} or {@link #NOT_CONFIGURED}
     * @param by username, or {@code system}
     * @return how many; zero once none is left
     */
    @Transactional
    public int release(Channel channel, NoticeKind kind, String cause, String by) {
        return release(new Held(channel, kind, cause), EVER, by);
    }

    /** Likewise, what has been held since then or longer. */
    @Transactional
    public int release(Held group, Instant since, String by) {
        List<Long> ids = ids(group, since);
        if (!ids.isEmpty()) {
            queue(ids, by);
        }
        return ids.size();
    }

    /**
     * @param kind null for all kinds
     * @param cause {@link #STOPPED} or {@link #NOT_CONFIGURED}
     */
    public record Held(Channel channel, NoticeKind kind, String cause) {}

    /** What is held for which cause; costs as much as is held. */
    public List<Held> all() {
        return jdbc.query("SELECT DISTINCT channel, kind, cause FROM notice FORCE INDEX (ix_notice_claim) WHERE state = 'HELD'",
                (row, number) -> new Held(Channel.valueOf(row.getString("channel")),
                        NoticeKind.valueOf(row.getString("kind")), row.getString("cause")));
    }

    /** What is held is due since it came to be held. */
    private List<Long> ids(Held group, Instant since) {
        return jdbc.queryForList("SELECT id FROM notice FORCE INDEX (ix_notice_claim) WHERE state = 'HELD' AND channel = ?"
                        + " AND due_at <= ? AND cause = ? AND (? IS NULL OR kind = ?) ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
                Long.class, group.channel().name(), Timestamp.from(since), group.cause(), name(group.kind()), name(group.kind()),
                MOST_AT_ONCE);
    }

    private static String name(NoticeKind kind) {
        return kind == null ? null : kind.name();
    }

    private void queue(List<Long> ids, String by) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate("UPDATE notice SET state = ?, open_mark = 1, attempts = 0, due_at = ?, ended_at = NULL, cause = '',"
                + " version = version + 1 WHERE id = ?", ids, ids.size(), (statement, id) -> {
            statement.setString(1, NoticeState.QUEUED.name());
            statement.setTimestamp(2, now);
            statement.setLong(3, id);
        });
        DecisionInsert.insertAll(jdbc, ids.stream().map(id -> new Noted(id, Decision.RELEASED, "")).toList(), by, now);
    }
}
