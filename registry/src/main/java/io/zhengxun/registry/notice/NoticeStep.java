package io.zhengxun.registry.notice;

import static io.zhengxun.registry.notice.NoticeState.CANCELLED;
import static io.zhengxun.registry.notice.NoticeState.DELIVERED;
import static io.zhengxun.registry.notice.NoticeState.GAVE_UP;
import static io.zhengxun.registry.notice.NoticeState.HELD;
import static io.zhengxun.registry.notice.NoticeState.OBSOLETE;
import static io.zhengxun.registry.notice.NoticeState.PHONED;
import static io.zhengxun.registry.notice.NoticeState.QUEUED;
import static io.zhengxun.registry.notice.NoticeState.SENDING;
import static io.zhengxun.registry.notice.NoticeState.SENT;

import java.util.Set;

/** The life of a notice: what can happen to it, where that leads and from where. What is not in the table cannot happen. */
public enum NoticeStep {
    //            leads to    from
    /** A worker takes it, for the time of a lease. */
    CLAIM(        SENDING,    QUEUED),
    /** It waits, for a later try or for the next channel; a worker that is gone had it. */
    PUT_BACK(     QUEUED,     SENDING, SENT),
    /** The channel has it, or may have it. */
    HAND_OVER(    SENT,       SENDING),
    HOLD(         HELD,       SENDING, SENT),
    GIVE_UP(      GAVE_UP,    SENDING, SENT),
    /** No longer true, or known by another way; nobody has to phone any more. */
    OUTDATE(      OBSOLETE,   SENDING, GAVE_UP),
    /** A channel reports the delivery, be it an earlier one: nothing more is sent. */
    CONFIRM(      DELIVERED,  QUEUED, SENDING, HELD, SENT, GAVE_UP),
    /** The recipient tapped, by which nobody can doubt the delivery (T4). */
    ACKNOWLEDGE(  DELIVERED,  QUEUED, SENDING, HELD, SENT, GAVE_UP, OBSOLETE, CANCELLED, PHONED),
    /** What held it is gone. */
    RELEASE(      QUEUED,     HELD),
    /** By staff: from the first channel again. */
    RESEND(       QUEUED,     HELD, SENT, DELIVERED, GAVE_UP, CANCELLED, PHONED),
    /** By staff. */
    CANCEL(       CANCELLED,  QUEUED, HELD, SENT, GAVE_UP),
    /** By staff, who told the recipient by telephone (T4). */
    PHONE(        PHONED,     QUEUED, HELD, SENT, GAVE_UP);

    private final NoticeState to;
    private final Set<NoticeState> from;

    NoticeStep(NoticeState to, NoticeState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    public NoticeState to() {
        return to;
    }

    public boolean isPossibleFrom(NoticeState state) {
        return from.contains(state);
    }
}
