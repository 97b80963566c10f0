package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.NoticeStep;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives notices to workers, each to one of them and for the time of a lease. Of a lane only the first open notice is given
 * away, so that a recipient gets things in their order.
 */
@Component
public class NoticeClaims {

    /** Forced, since a locking read over another index would lock what others could take. */
    private static final String DUE = " FROM notice n FORCE INDEX (ix_notice_claim)"
            + " WHERE n.state = ? AND n.channel = ? AND n.due_at <= ?";

    private static final String FIRST_OF_ITS_LANE = " AND NOT EXISTS (SELECT 1 FROM notice e FORCE INDEX (ix_notice_lane)"
            + " WHERE e.lane = n.lane AND e.open_mark = 1 AND e.id < n.id)";

    private static final String IN_ORDER = " ORDER BY n.due_at, n.id LIMIT ? FOR UPDATE SKIP LOCKED";

    static final String CLAIM = "SELECT " + NoticeRow.COLUMNS + DUE + FIRST_OF_ITS_LANE + IN_ORDER;

    private static final Duration WORTH_DEFERRING = Duration.ofSeconds(2);
    private static final Duration LONGEST_DEFERRED = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    NoticeClaims(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether {@link #claim} is worth its locks: at the cost of one look at the index. */
    public boolean isAnyDue(Channel channel) {
        return !jdbc.queryForList("SELECT 1" + DUE + " LIMIT 1", Integer.class, NoticeState.QUEUED.name(), channel.name(),
                Timestamp.from(clock.instant())).isEmpty();
    }

    /**
     * Takes what is due of a channel, the longest due first. What became of it is to be recorded before the lease ends.
     *
     * @param due by then
     * @return as they are now: in state SENDING, due at the end of the lease
     */
    @Transactional
    public List<Notice> claim(Channel channel, Instant due, int most, Duration lease) {
        List<Notice> free = jdbc.query(CLAIM, NoticeRow::read, NoticeState.QUEUED.name(), channel.name(),
                Timestamp.from(due), most);
        if (free.isEmpty()) {
            return free;
        }
        Instant until = clock.instant().plus(lease);
        List<Object> arguments = new ArrayList<>(List.of(NoticeStep.CLAIM.to().name(), Timestamp.from(until)));
        free.forEach(notice -> arguments.add(notice.id()));
        jdbc.update("UPDATE notice SET state = ?, due_at = ?, version = version + 1 WHERE id IN ("
                + String.join(",", Collections.nCopies(free.size(), "?")) + ")", arguments.toArray());
        return free.stream().map(notice -> NoticeRow.next(notice, NoticeStep.CLAIM.to(), until)).toList();
    }

    /**
     * To be called just before notices go to their channel: from then on they may have arrived, whatever becomes of the worker.
     * What was never handed over can be sent by anybody without doubt.
     *
     * @return the ids of those that the worker still has; the others must not be sent
     */
    @Transactional
    public Set<Long> handOver(List<Notice> claimed) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Notice> inOrder = claimed.stream().sorted(Comparator.comparing(Notice::id)).toList();
        int[][] counts = jdbc.batchUpdate("UPDATE notice SET doubt_at = COALESCE(doubt_at, ?) WHERE id = ? AND version = ?",
                inOrder, Math.max(1, inOrder.size()), (statement, notice) -> {
                    statement.setTimestamp(1, now);
                    statement.setLong(2, notice.id());
                    statement.setInt(3, notice.version());
                });
        Set<Long> had = new HashSet<>();
        for (int place = 0; place < inOrder.size(); place++) {
            if (counts[0][place] != 0) {
                had.add(inOrder.get(place).id());
            }
        }
        return had;
    }

    /**
     * Takes back what workers did not finish within their lease; what they had handed over is in doubt since then.
     *
     * @return how many
     */
    @Transactional
    public int takeOver(Channel channel, int most) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Notice> left = jdbc.query("SELECT " + NoticeRow.COLUMNS + DUE + IN_ORDER, NoticeRow::read,
                NoticeState.SENDING.name(), channel.name(), now, most);
        jdbc.batchUpdate("UPDATE notice SET state = ?, due_at = ?, version = version + 1 WHERE id = ?",
                left, Math.max(1, left.size()), (statement, notice) -> {
            statement.setString(1, NoticeStep.PUT_BACK.to().name());
            statement.setTimestamp(2, now);
            statement.setLong(3, notice.id());
        });
        DecisionInsert.insertAll(jdbc,
                left.stream().map(notice -> new Noted(notice.id(), Decision.TAKEN_OVER, "")).toList(), "system", now);
        return left.size();
    }

    /**
     * Lets those behind a waiting first of their lane wait as it does, though not too long, since that one may be cancelled;
     * without it each look for due ones would pass over them.
     *
     * @param looked so many are looked at, the longest due first: the cost, however much is due
     * @return how many
     */
    @Transactional
    public int deferBlocked(Channel channel, int looked) {
        Instant now = clock.instant();
        Timestamp worth = Timestamp.from(now.plus(WORTH_DEFERRING));
        long latest = now.plus(LONGEST_DEFERRED).toEpochMilli();
        List<long[]> blocked = jdbc.query("SELECT due.id, (SELECT MAX(e.due_at) FROM notice e FORCE INDEX (ix_notice_lane)"
                        + " WHERE e.lane = due.lane AND e.open_mark = 1 AND e.id < due.id AND e.state = 'QUEUED') AS until_at"
                        + " FROM (SELECT n.id, n.lane" + DUE + " ORDER BY n.due_at, n.id LIMIT ?) due HAVING until_at > ?",
                (row, number) -> new long[] {row.getLong("id"), NoticeRow.instant(row, "until_at").toEpochMilli()},
                NoticeState.QUEUED.name(), channel.name(), Timestamp.from(now), looked, worth);
        if (!blocked.isEmpty()) {
            jdbc.batchUpdate("UPDATE notice SET due_at = ? WHERE id = ? AND state = 'QUEUED' AND due_at <= ?", blocked,
                    blocked.size(), (statement, line) -> {
                        statement.setTimestamp(1, new Timestamp(Math.min(line[1], latest)));
                        statement.setLong(2, line[0]);
                        statement.setTimestamp(3, Timestamp.from(now));
                    });
        }
        return blocked.size();
    }
}
