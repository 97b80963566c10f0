package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.Absent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people do with a notice, each with its decision, guarded by state and version. */
@Component
class NoticeMoves {

    /** A notice as a person saw it. */
    record Seen(long id, int version) {}

    private record Found(
            long id, NoticeState state, int version, List<Channel> channels, Recipient recipient, NoticeKind kind,
            Deed.Subject subject) {}

    /** What staff's steps change beside the state. */
    private static final Map<NoticeStep, String> ALSO = Map.of(
            NoticeStep.RESEND, "open_mark = 1, round = round + 1, attempts = 0, due_at = :at, ended_at = NULL,"
                    + " doubt_at = NULL, message_id = NULL, cause = '', channel = SUBSTRING_INDEX(channels, ',', 1)",
            NoticeStep.CANCEL, "open_mark = NULL, ended_at = :at, cause = 'CANCELLED'",
            NoticeStep.PHONE, "open_mark = NULL, ended_at = :at, cause = 'PHONED'");

    private static final Map<NoticeStep, Decision> DECISIONS = Map.of(
            NoticeStep.RESEND, Decision.RESENT,
            NoticeStep.CANCEL, Decision.CANCELLED,
            NoticeStep.PHONE, Decision.PHONED);

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    NoticeMoves(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void move(NoticeStep step, Seen seen, String detail, String by, Instant at) {
        Found found = locked(seen.id()).stream().findFirst().orElseThrow(Absent::new);
        if (found.version() != seen.version()) {
            throw new NoticeChanged();
        }
        boolean unsendable = found.channels().isEmpty() || found.recipient().kind() == Recipient.Kind.NOBODY;
        if (!step.isPossibleFrom(found.state()) || step == NoticeStep.RESEND && unsendable) {
            throw new NoticeActNotPossible(found.state());
        }
        Timestamp now = Timestamp.from(at);
        jdbc.update("UPDATE notice SET state = ?, version = version + 1, "
                        + ALSO.get(step).replace(":at", "?") + " WHERE id = ? AND version = ?",
                step.to().name(), now, found.id(), found.version());
        decide(found.id(), DECISIONS.get(step), detail, by, now);
    }

    /** Before it is sent again. */
    void readdress(Seen seen, Readdressed now, String by, Instant at) {
        Recipient to = now.recipient();
        Found found = locked(seen.id()).stream().findFirst().orElseThrow(Absent::new);
        if (!found.recipient().equals(to)) {
            decide(seen.id(), Decision.REDIRECTED, found.recipient().id() + " " + to.id(), by, Timestamp.from(at));
        }
        jdbc.update("UPDATE notice SET recipient_kind = ?, recipient_id = ?, lane = CONCAT(?, IF(urgent, '!', '')), channels = ?"
                        + " WHERE id = ? AND version = ? AND state = 'GAVE_UP'",
                to.kind().name(), to.id(), to.key(), Channel.written(now.channels()), seen.id(), seen.version());
    }

    /** Only what nobody tries any more: a row in a worker's hand is the worker's. */
    void outdate(NoticeKind kind, Deed.Subject subject, String why, Instant at) {
        List<Long> ids = jdbc.queryForList("SELECT id FROM notice FORCE INDEX (ix_notice_subject) WHERE subject_kind = ?"
                + " AND subject_key = ? AND kind = ? AND state = 'GAVE_UP' ORDER BY id", Long.class,
                subject.kind().name(), subject.key(), kind.name());
        Timestamp now = Timestamp.from(at);
        ids.stream()
                .filter(id -> jdbc.update("UPDATE notice SET state = ?, version = version + 1, cause = ?, ended_at = ?"
                        + " WHERE id = ? AND state = 'GAVE_UP'", NoticeStep.OUTDATE.to().name(), why, now, id) > 0)
                .forEach(id -> decide(id, Decision.OBSOLETE, why, "system", now));
    }

    boolean acknowledge(long id, Instant at) {
        Found found = locked(id).stream().findFirst().orElse(null);
        if (found == null || isAcknowledged(id)) {
            return false;
        }
        Timestamp now = Timestamp.from(at);
        if (NoticeStep.ACKNOWLEDGE.isPossibleFrom(found.state())) {
            jdbc.update("UPDATE notice SET state = ?, open_mark = NULL, version = version + 1, cause = '',"
                            + " delivered_at = COALESCE(delivered_at, ?), ended_at = ? WHERE id = ?",
                    NoticeStep.ACKNOWLEDGE.to().name(), now, now, id);
        }
        decide(id, Decision.ACKNOWLEDGED, "", "self", now);
        events.publishEvent(new NoticeDelivered(id, found.kind(), found.subject(), found.recipient(), null, at));
        return true;
    }

    /** Locked, so that two who act at once act one after the other. */
    private List<Found> locked(long id) {
        return jdbc.query("SELECT id, state, version, channels, recipient_kind, recipient_id, kind, subject_kind, subject_key"
                + " FROM notice WHERE id = ? FOR UPDATE", NoticeMoves::found, id);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("id"),
                NoticeState.valueOf(row.getString("state")),
                row.getInt("version"),
                Channel.read(row.getString("channels")),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getLong("recipient_id")),
                NoticeKind.valueOf(row.getString("kind")),
                new Deed.Subject(Deed.Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_key")));
    }

    private boolean isAcknowledged(long id) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM notice_decision"
                        + " FORCE INDEX (ix_notice_decision_notice) WHERE notice_id = ? AND decision = ?)", Boolean.class,
                id, Decision.ACKNOWLEDGED.name()));
    }

    private void decide(long id, Decision decision, String detail, String by, Timestamp at) {
        jdbc.update("INSERT INTO notice_decision (notice_id, decision, detail, decided_by, decided_at)"
                + " VALUES (?, ?, ?, ?, ?)", id, decision.name(), detail, by, at);
    }
}
