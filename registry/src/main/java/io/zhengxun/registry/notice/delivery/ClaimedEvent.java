package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.OutboxEvent;
import java.time.Instant;

/**
 * An event of the outbox that a worker has within its transaction.
 *
 * @param id in the order of writing, with gaps
 * @param event null if it cannot be read, e.g. since a later release wrote it
 * @param attempts how often its notices could not be written
 */
public record ClaimedEvent(long id, OutboxEvent event, Instant occurredAt, int attempts) {}
