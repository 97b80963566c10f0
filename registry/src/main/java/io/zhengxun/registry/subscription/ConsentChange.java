package io.zhengxun.registry.subscription;

import java.time.Instant;

/**
 * Something that happened to a consent.
 *
 * @param source what brought it, e.g. the event's second and template, or the id of the notice that was accepted: of the same
 *     source, key and cause only the first counts
 * @param at by the clock of who says so
 */
public record ConsentChange(ConsentKey key, Cause cause, String source, Instant at) {

    public enum Cause {
        /** The person accepted one message more. */
        GRANTED,
        /** The person, or WeChat in the person's name, refuses all (43101, change event). */
        REFUSED,
        /** A message was accepted by the platform. */
        USED
    }
}
