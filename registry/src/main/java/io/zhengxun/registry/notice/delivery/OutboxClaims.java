package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.OutboxEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gives events of the outbox to workers: who has them is who holds their row locks, until the commit. */
@Component
public class OutboxClaims {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final int CAUSE_LENGTH = 200;

    private static final String CLAIM = "SELECT id, kind, subject_kind, subject_key, institution_id, region_code, facts,"
            + " occurred_at, attempts FROM outbox_event FORCE INDEX (ix_outbox_event_due) WHERE state = 'NEW' AND ";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    OutboxClaims(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Events that were never tried, the oldest first, that no other transaction has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ClaimedEvent> fresh(int most) {
        return jdbc.query(CLAIM + "due_at IS NULL ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED", OutboxClaims::event, most);
    }

    /** One event whose notices could not be written before and whose time has come again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ClaimedEvent> failedBefore() {
        return jdbc.query(CLAIM + "due_at <= ? ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED", OutboxClaims::event,
                Timestamp.from(clock.instant()));
    }

    /** Whether {@link #fresh} or {@link #failedBefore} is worth its locks: at the cost of one look at the index. */
    public boolean isAnyDue() {
        return !jdbc.queryForList("SELECT 1 FROM outbox_event FORCE INDEX (ix_outbox_event_due) WHERE state = 'NEW'"
                + " AND (due_at IS NULL OR due_at <= ?) LIMIT 1", Integer.class, Timestamp.from(clock.instant())).isEmpty();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handled(Collection<Long> ids, EventState state) {
        if (ids.isEmpty()) {
            return;
        }
        List<Object> arguments = new ArrayList<>(List.of(state.name(), Timestamp.from(clock.instant())));
        arguments.addAll(ids);
        jdbc.update("UPDATE outbox_event SET state = ?, handled_at = ?, cause = '' WHERE id IN ("
                + String.join(",", Collections.nCopies(ids.size(), "?")) + ")", arguments.toArray());
    }

    /**
     * Its notices could not be written.
     *
     * @param cause nothing personal (Q6)
     * @param again when to try again; null for never
     */
    @Transactional
    public void failed(long id, String cause, Instant again) {
        Timestamp now = Timestamp.from(clock.instant());
        EventState state = again == null ? EventState.FAILED : EventState.NEW;
        jdbc.update("UPDATE outbox_event SET attempts = attempts + 1, state = ?, due_at = ?, handled_at = ?, cause = ?"
                        + " WHERE id = ? AND state = 'NEW'",
                state.name(), again == null ? now : Timestamp.from(again), again == null ? now : null,
                cause.substring(0, Math.min(cause.length(), CAUSE_LENGTH)), id);
    }

    private static ClaimedEvent event(ResultSet row, int number) throws SQLException {
        return new ClaimedEvent(
                row.getLong("id"), readable(row), row.getTimestamp("occurred_at").toInstant(), row.getInt("attempts"));
    }

    /** One that cannot be read must not keep the others from being claimed. */
    private static OutboxEvent readable(ResultSet row) throws SQLException {
        long institution = row.getLong("institution_id");
        Long institutionId = row.wasNull() ? null : institution;
        try {
            return new OutboxEvent(
                    row.getString("kind"),
                    new Deed.Subject(Deed.Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_key")),
                    institutionId,
                    row.getString("region_code"),
                    JSON.readValue(row.getString("facts"), FACTS));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return null;
        }
    }
}
