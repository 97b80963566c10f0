package io.zhengxun.notifier.telling;

import io.zhengxun.registry.notice.OutboxEvent;
import java.time.Instant;

/**
 * An event of the outbox.
 *
 * @param id in the order of writing, with gaps
 */
public record Event(long id, OutboxEvent event, Instant occurredAt) {}
