package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A notice as its table has it. */
record NoticeRow(
        long id,
        NoticeKind kind,
        String noticeKey,
        Recipient.Kind recipientKind,
        long recipientId,
        Long institutionId,
        String regionCode,
        Deed.Subject.Kind subjectKind,
        String subjectKey,
        String facts,
        boolean urgent,
        String channels,
        String channel,
        NoticeState state,
        int round,
        int attempts,
        Instant dueAt,
        Instant doubtAt,
        String messageId,
        Instant acceptedAt,
        Instant deliveredAt,
        Instant endedAt,
        String cause,
        Instant occurredAt,
        Instant createdAt,
        int version) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    Notice notice() {
        Map<String, String> read = JSON.readValue(facts, FACTS);
        return new Notice(
                id, kind, noticeKey,
                new Recipient(recipientKind, recipientId),
                new NewNotice.About(new Deed.Subject(subjectKind, subjectKey), institutionId, regionCode),
                read, urgent, Channel.read(channels),
                channel.isEmpty() ? null : Channel.valueOf(channel),
                state, round, attempts, dueAt, doubtAt, messageId, acceptedAt, deliveredAt, endedAt, cause, occurredAt,
                createdAt, version);
    }
}
