package io.zhengxun.registry.notice;

/** How far a notice is. Chinese labels are the messages {@code notice.state.<name>}. */
public enum NoticeState {
    /** Waits for its time, its turn and a worker. */
    QUEUED,
    /** A worker has it, for the time of a lease. */
    SENDING,
    /** Its channel or its template is stopped, or has no settings, and no other channel is left: a person has to act. */
    HELD,
    /** Accepted by the current channel, not confirmed. */
    SENT,
    /** Confirmed by a channel, or acknowledged by the recipient. */
    DELIVERED,
    /** No channel is left: in the work list, to be phoned. */
    GAVE_UP,
    /** No longer true when it would have gone out (T5). */
    OBSOLETE,
    /** By staff. */
    CANCELLED,
    /** Nothing reached the person, staff told them by telephone. */
    PHONED;

    /** Whether it blocks those behind it in its lane. */
    public boolean isOpen() {
        return this == QUEUED || this == SENDING;
    }
}
