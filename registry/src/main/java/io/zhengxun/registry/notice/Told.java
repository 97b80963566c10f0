package io.zhengxun.registry.notice;

import java.time.Instant;

/**
 * An event that somebody must be told of, as it stands in the outbox.
 *
 * @param kind of {@link OutboxEvent}
 * @param subjectKey the number of what it happened to
 * @param state how far the telling has come
 */
public record Told(String kind, String subjectKey, Instant occurredAt, String state) {}
