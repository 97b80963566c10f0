package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.notice.Channel;
import java.time.Instant;

/**
 * One thing that happened to a notice.
 *
 * @param channel through which; null where the channel is no matter or stands in the detail
 * @param code of what was written: the kind, or {@link #LEFT_OUT}; of a try: the class of its outcome; of a decision: its name; of a report: DELIVERED or NOT_DELIVERED
 * @param detail of a try: the channel's own code; of a decision: its detail; of a report: its cause; else empty
 * @param by username of who decided; {@code system} for what nobody in person did, {@code self} for the recipient
 */
public record LifeEvent(Instant at, Type type, Channel channel, String code, String detail, String by) {

    /** Code of a channel that was left out when the notice was written, since the person has no address there. */
    public static final String LEFT_OUT = "LEFT_OUT";

    /** Whether one of staff did it. */
    public boolean isByPerson() {
        return !by.equals("system") && !by.equals("self");
    }

    /** In the order in which they are told when they fall into the same millisecond. */
    public enum Type {
        WRITTEN,
        ATTEMPT,
        REPORT,
        DECISION
    }
}
