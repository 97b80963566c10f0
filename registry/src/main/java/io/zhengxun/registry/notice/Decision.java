package io.zhengxun.registry.notice;

/**
 * What was decided about a notice beside its tries; each is kept with its time (notice_decision). Chinese wordings are the
 * messages {@code notice.decision.<name>}, which get the detail as their argument.
 */
public enum Decision {
    /** Several things were put into this one. Detail: how many. */
    MERGED,
    /** Held back until the morning (T5). Detail: until when. */
    QUIET_HOURS,
    /** A channel was left out: no consent. Detail: the channel. */
    NO_CONSENT,
    /** A channel was left out: the person has no address there. Detail: the channel. */
    NO_ADDRESS,
    /** A channel was left out: the person does not follow the account. Detail: the channel. */
    NOT_FOLLOWING,
    /** A channel was left out: it, or the template on it, is stopped. Detail: channel and code. */
    STOPPED,
    /** A channel was left out: the kind has no template there, or the channel no settings. Detail: the channel. */
    NOT_CONFIGURED,
    /** The person refuses the account's messages. Detail: channel and code. */
    BLOCKED,
    /** Tried again later. Detail: code and when. */
    RETRY,
    /** The quota is used up. Detail: code and until when. */
    QUOTA,
    /** On to the next channel. Detail: from, to, why. */
    FELL_BACK,
    /** A worker went away with it: taken over. */
    TAKEN_OVER,
    /** A channel was not waited for any longer, since it is down. Detail: the channel. */
    CHANNEL_DOWN,
    /** Nobody knows whether it arrived; not sent again through this channel. Detail: the channel. */
    IN_DOUBT,
    /** No confirmation came in time. Detail: the channel. */
    UNCONFIRMED,
    /** Accepted without an id, so that no report can be matched: not waited for. Detail: the channel. */
    UNTRACEABLE,
    /** A channel was left out: it has had, or may have had, the message in this round already. Detail: the channel. */
    ALREADY_SENT,
    /** No longer true (T5). Detail: why. */
    OBSOLETE,
    /** Its contents changed before it went out. Detail: what. */
    CHANGED,
    /** Nobody, or nothing, to send it to. Detail: why. */
    GAVE_UP,
    /** For who took the work over, or for whom there is by now. Detail: from whom, 0 for nobody, and to whom: ids of contacts. */
    REDIRECTED,
    /** The recipient acknowledged it by tapping (T4). */
    ACKNOWLEDGED,
    /** Delivered by an earlier channel after all: the rest of the chain is stopped. Detail: the channel. */
    CHAIN_STOPPED,
    /** By staff. */
    RESENT,
    /** By staff. Detail: why. */
    CANCELLED,
    /** By staff: told by telephone. Detail: when, who answered (W4) and note. */
    PHONED,
    /** The stop that held it was lifted. */
    RELEASED
}
