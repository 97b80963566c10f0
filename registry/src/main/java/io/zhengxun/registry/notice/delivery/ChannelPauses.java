package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NoticeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which channels wait since their quota is used up, and that the notices behind know of it: for staff to see, nothing more. */
@Component
public class ChannelPauses {

    /** A notifier that finds the quota used up still, not long after a pause, goes on with that one. */
    private static final Duration SAME = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ChannelPauses(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far a look at what waits for a channel has come. */
    public record Position(Instant dueAt, long id) {

        public static final Position START = new Position(Instant.EPOCH, 0);
    }

    /** A notifier found it. @return as staff see it: since when, by whichever notifier found it first */
    @Transactional
    public PausedChannel pause(PausedChannel found) {
        // Not rounded up: what was decided in the same millisecond counts as decided in this pause.
        Timestamp since = Timestamp.from(found.since().truncatedTo(ChronoUnit.MILLIS));
        jdbc.update("INSERT INTO channel_pause (channel, code, since, until_at) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " since = IF(until_at < ?, VALUES(since), since), code = VALUES(code),"
                        + " until_at = VALUES(until_at)",
                found.channel().name(), found.code(), since, Timestamp.from(found.until()),
                Timestamp.from(clock.instant().minus(SAME)));
        return jdbc.queryForObject("SELECT channel, code, since, until_at FROM channel_pause WHERE channel = ?",
                ChannelPauses::paused, found.channel().name());
    }

    /** It takes notices again. */
    public void end(Channel channel) {
        jdbc.update("DELETE FROM channel_pause WHERE channel = ?", channel.name());
    }

    /** Those that last, the longest first. */
    public List<PausedChannel> lasting() {
        return jdbc.query("SELECT channel, code, since, until_at FROM channel_pause WHERE until_at > ? ORDER BY since, channel",
                ChannelPauses::paused, Timestamp.from(clock.instant()));
    }

    private record Waiting(Position position, boolean told) {}

    /**
     * Decides for some of the notices that are due and wait for the channel that they do: once for each and pause, by however
     * many notifiers.
     *
     * @param after where the last look ended
     * @return where this one ended: the same if nothing more waits
     */
    @Transactional
    public Position tellWaiting(PausedChannel pause, Position after, int most) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp from = Timestamp.from(after.dueAt());
        List<Waiting> waiting = jdbc.query("SELECT n.id, n.due_at, EXISTS (SELECT 1 FROM notice_decision d"
                        + " FORCE INDEX (ix_notice_decision_notice) WHERE d.notice_id = n.id AND d.decision = ?"
                        + " AND d.decided_at >= ?) AS told FROM notice n FORCE INDEX (ix_notice_claim)"
                        + " WHERE n.state = ? AND n.channel = ? AND n.due_at <= ? AND n.due_at >= ?"
                        + " AND (n.due_at > ? OR n.id > ?) ORDER BY n.due_at, n.id LIMIT ? FOR UPDATE SKIP LOCKED",
                (row, number) -> new Waiting(
                        new Position(NoticeRow.instant(row, "due_at"), row.getLong("id")), row.getBoolean("told")),
                Decision.QUOTA.name(), Timestamp.from(pause.since()), NoticeState.QUEUED.name(), pause.channel().name(), now,
                from, from, after.id(), most);
        DecisionInsert.insertAll(jdbc, waiting.stream()
                .filter(one -> !one.told())
                .map(one -> new Noted(one.position().id(), Decision.QUOTA, pause.detail()))
                .toList(), "system", now);
        return waiting.isEmpty() ? after : waiting.get(waiting.size() - 1).position();
    }

    private static PausedChannel paused(ResultSet row, int number) throws SQLException {
        return new PausedChannel(Channel.valueOf(row.getString("channel")), row.getString("code"),
                NoticeRow.instant(row, "since"), NoticeRow.instant(row, "until_at"));
    }
}
