package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.NoticeGaveUp;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.NoticeStep;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what workers did, many at once: three statements for each hundreds of notices. */
@Component
public class NoticeOutcomes {

    private static final int ROWS_PER_STATEMENT = 500;

    private static final String ATTEMPT = """
            INSERT INTO notice_attempt (notice_id, channel, round, attempt, started_at, ended_at, outcome, code, message_id,
                request_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** A notice that was moved meanwhile, e.g. acknowledged or taken over, has another version. */
    private static final String TURN = """
            UPDATE notice SET state = ?, open_mark = ?, channel = ?, attempts = ?, due_at = ?, doubt_at = ?,
                message_id = ?, accepted_at = COALESCE(accepted_at, ?), ended_at = ?, cause = ?, version = version + 1
            WHERE id = ? AND version = ?""";

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeOutcomes(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps every try, and moves each notice that nobody else moved meanwhile; of the others no decision is kept, since it came
     * to nothing.
     *
     * @return how many were moved
     */
    @Transactional
    public int record(List<Handled> handled) {
        insertAttempts(handled.stream().filter(one -> one.attempt() != null).toList());
        List<Handled> moved = moved(handled);
        List<Noted> decisions = new ArrayList<>();
        moved.forEach(one -> decisions.addAll(one.decisions()));
        DecisionInsert.insertAll(jdbc, decisions, "system", Timestamp.from(clock.instant()));
        moved.stream()
                .filter(one -> one.turn().step() == NoticeStep.GIVE_UP)
                .map(Handled::notice)
                .map(notice -> new NoticeGaveUp(notice.id(), notice.kind(), notice.subject()))
                .sorted(Comparator.comparing(one -> one.subject().key()))
                .forEach(events::publishEvent);
        return moved.size();
    }

    private List<Handled> moved(List<Handled> handled) {
        List<Handled> moved = new ArrayList<>();
        int place = 0;
        for (int[] counts : jdbc.batchUpdate(TURN, handled, ROWS_PER_STATEMENT, NoticeOutcomes::setTurn)) {
            for (int count : counts) {
                if (count != 0) {
                    moved.add(handled.get(place));
                }
                place++;
            }
        }
        return moved;
    }

    private void insertAttempts(List<Handled> tried) {
        if (tried.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(ATTEMPT, tried, ROWS_PER_STATEMENT, (statement, one) -> {
            Attempt attempt = one.attempt();
            statement.setLong(1, one.notice().id());
            statement.setString(2, one.notice().channel().name());
            statement.setInt(3, one.notice().round());
            statement.setInt(4, one.notice().attempts() + 1);
            statement.setTimestamp(5, Timestamp.from(attempt.startedAt()));
            statement.setTimestamp(6, Timestamp.from(attempt.endedAt()));
            statement.setString(7, attempt.outcome());
            statement.setString(8, cut(attempt.code(), 40));
            statement.setString(9, attempt.messageId());
            statement.setString(10, cut(attempt.requestId(), 60));
        });
    }

    private static void setTurn(PreparedStatement statement, Handled handled) throws SQLException {
        Turn turn = handled.turn();
        NoticeState to = turn.step().to();
        statement.setString(1, to.name());
        statement.setObject(2, to.isOpen() ? 1 : null);
        statement.setString(3, turn.channel().name());
        statement.setInt(4, turn.attempts());
        statement.setTimestamp(5, Timestamp.from(turn.dueAt()));
        statement.setTimestamp(6, timestamp(turn.doubtAt()));
        statement.setString(7, turn.messageId());
        statement.setTimestamp(8, timestamp(turn.acceptedAt()));
        statement.setTimestamp(9, timestamp(turn.endedAt()));
        statement.setString(10, cut(turn.cause(), 60));
        statement.setLong(11, handled.notice().id());
        statement.setInt(12, handled.notice().version());
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** As its column takes it. */
    private static String cut(String text, int length) {
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.substring(0, Math.min(ascii.length(), length));
    }
}
