package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads notices from their table. */
final class NoticeRow {

    static final String COLUMNS = """
            n.id, n.kind, n.notice_key, n.recipient_kind, n.recipient_id, n.institution_id, n.region_code, n.subject_kind,
            n.subject_key, n.facts, n.urgent, n.channels, n.channel, n.state, n.round, n.attempts, n.due_at, n.doubt_at,
            n.message_id, n.accepted_at, n.delivered_at, n.ended_at, n.cause, n.occurred_at, n.created_at, n.version""";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private NoticeRow() {}

    static Notice read(ResultSet row, int number) throws SQLException {
        String channel = row.getString("channel");
        return new Notice(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("notice_key"),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getLong("recipient_id")),
                about(row),
                JSON.readValue(row.getString("facts"), FACTS),
                row.getBoolean("urgent"),
                Channel.read(row.getString("channels")),
                channel.isEmpty() ? null : Channel.valueOf(channel),
                NoticeState.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getInt("attempts"),
                instant(row, "due_at"),
                instant(row, "doubt_at"),
                row.getString("message_id"),
                instant(row, "accepted_at"),
                instant(row, "delivered_at"),
                instant(row, "ended_at"),
                row.getString("cause"),
                instant(row, "occurred_at"),
                instant(row, "created_at"),
                row.getInt("version"));
    }

    /** As it is after an update that changed its state, its time and its version. */
    static Notice next(Notice n, NoticeState state, Instant dueAt) {
        return new Notice(n.id(), n.kind(), n.key(), n.recipient(), n.about(), n.facts(), n.urgent(), n.channels(),
                n.channel(), state, n.round(), n.attempts(), dueAt, n.doubtAt(), n.messageId(), n.acceptedAt(),
                n.deliveredAt(), n.endedAt(), n.cause(), n.occurredAt(), n.createdAt(), n.version() + 1);
    }

    /** As it is after its delivery was recorded. */
    static Notice delivered(Notice n, NoticeState state, Instant at) {
        return new Notice(n.id(), n.kind(), n.key(), n.recipient(), n.about(), n.facts(), n.urgent(), n.channels(),
                n.channel(), state, n.round(), n.attempts(), n.dueAt(), n.doubtAt(), n.messageId(), n.acceptedAt(),
                n.deliveredAt() == null ? at : n.deliveredAt(), n.endedAt(), n.cause(), n.occurredAt(), n.createdAt(),
                n.version() + 1);
    }

    private static NewNotice.About about(ResultSet row) throws SQLException {
        long institution = row.getLong("institution_id");
        Long institutionId = row.wasNull() ? null : institution;
        Deed.Subject subject =
                new Deed.Subject(Deed.Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_key"));
        return new NewNotice.About(subject, institutionId, row.getString("region_code"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
