package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.refusal.Absent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stands still until a person has acted: a whole channel, or one kind of notice on it. */
@Component
public class ChannelStops {

    private static final String ALL = "*";
    private static final int CODE_LENGTH = 40;
    private static final String COLUMNS = "id, channel, kind, code, since, lifted_at, lifted_by";

    private final JdbcTemplate jdbc;
    private final HeldNotices held;
    private final Clock clock;

    ChannelStops(JdbcTemplate jdbc, HeldNotices held, Clock clock) {
        this.jdbc = jdbc;
        this.held = held;
        this.clock = clock;
    }

    /**
     * Stops a channel or one kind of notice on it; one that is stopped already stays as it is.
     *
     * @param kind null for all kinds
     * @param code the channel's own
     * @return whether it is stopped by this call: who gets true raises the alarm
     */
    public boolean stop(Channel channel, NoticeKind kind, String code) {
        String kept = code.substring(0, Math.min(code.length(), CODE_LENGTH));
        try {
            jdbc.update("INSERT INTO channel_stop (channel, kind, code, since, lasting_mark) VALUES (?, ?, ?, ?, 1)",
                    channel.name(), kind == null ? ALL : kind.name(), kept, Timestamp.from(clock.instant()));
            return true;
        } catch (DuplicateKeyException stoppedAlready) {
            return false;
        }
    }

    /** Those that last, the oldest first. */
    public List<ChannelStop> lasting() {
        return jdbc.query("SELECT " + COLUMNS + " FROM channel_stop WHERE lasting_mark = 1 ORDER BY id", ChannelStops::stop);
    }

    /** The latest, lifted ones too. */
    public List<ChannelStop> latest(int limit) {
        return jdbc.query("SELECT " + COLUMNS + " FROM channel_stop ORDER BY id DESC LIMIT ?", ChannelStops::stop, limit);
    }

    /**
     * Lets it go on; what it held is queued again, the first of it at once and the rest by the notifier.
     *
     * @param by username
     * @return what was lifted
     * @throws Absent if there is no such stop, or it was lifted already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ChannelStop lift(long id, String by) {
        Instant now = clock.instant();
        ChannelStop stop = jdbc.query("SELECT " + COLUMNS + " FROM channel_stop WHERE id = ? AND lasting_mark = 1 FOR UPDATE",
                ChannelStops::stop, id).stream().findFirst().orElseThrow(Absent::new);
        jdbc.update("UPDATE channel_stop SET lasting_mark = NULL, lifted_at = ?, lifted_by = ? WHERE id = ?",
                Timestamp.from(now), by, id);
        held.release(stop.channel(), stop.kind(), HeldNotices.STOPPED, by);
        return new ChannelStop(stop.id(), stop.channel(), stop.kind(), stop.code(), stop.since(), now, by);
    }

    private static ChannelStop stop(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        Timestamp lifted = row.getTimestamp("lifted_at");
        return new ChannelStop(
                row.getLong("id"),
                Channel.valueOf(row.getString("channel")),
                kind.equals(ALL) ? null : NoticeKind.valueOf(kind),
                row.getString("code"),
                row.getTimestamp("since").toInstant(),
                lifted == null ? null : lifted.toInstant(),
                row.getString("lifted_by"));
    }
}
