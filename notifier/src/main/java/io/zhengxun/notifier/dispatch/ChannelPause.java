package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.delivery.PausedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A channel that was told to slow down, or whose quota is used up: afterwards one notice tries, the others wait for it. */
final class ChannelPause {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 7;

    private final Channel channel;
    private Instant until = Instant.MIN;
    private Instant restUntil = Instant.MIN;
    /** The last one; null unless a quota was used up and nothing has been accepted since. */
    private PausedChannel usedUp;
    private boolean probing;
    private int inARow;

    ChannelPause(Channel channel) {
        this.channel = channel;
    }

    /** Too fast: the pause doubles while it goes on, up to a minute. */
    synchronized Instant slowDown(Instant now) {
        if (!now.isBefore(until)) {
            until = now.plus(FIRST.multipliedBy(1L << Math.min(inARow, MOST_DOUBLINGS)));
            inARow++;
        }
        probing = true;
        return until;
    }

    /** The account's quota is used up; one notice tries then. */
    synchronized Instant pause(Instant now, Instant end, String code) {
        until = end.isAfter(until) ? end : until;
        probing = true;
        usedUp(now, until, code);
        return until;
    }

    /** The quota is used up by own count: what was counted goes out, the rest waits until then. */
    synchronized void usedUp(Instant now, Instant end, String code) {
        if (usedUp == null || usedUp.until().isBefore(end)) {
            usedUp = new PausedChannel(channel, code, usedUp == null ? now : usedUp.since(), end);
        }
    }

    /** Empty unless a quota is used up. */
    synchronized Optional<PausedChannel> usedUp(Instant now) {
        return Optional.ofNullable(usedUp).filter(one -> now.isBefore(one.until()));
    }

    /** Whether a quota that was used up is so no longer: something has been accepted since. */
    synchronized boolean isOver() {
        return usedUp == null;
    }

    /** Nothing more is claimed until then; what is claimed goes out. */
    synchronized void rest(Instant end) {
        restUntil = end;
    }

    /** What was sent before the pause says nothing about now. */
    synchronized void accepted(Instant startedAt) {
        if (usedUp != null && startedAt.isAfter(usedUp.until())) {
            usedUp = null;
        }
        if (probing && startedAt.isAfter(until)) {
            probing = false;
            inARow = 0;
        }
    }

    synchronized boolean lasts(Instant now) {
        return now.isBefore(until);
    }

    /** How many may be sent now, of so many. */
    synchronized int permitted(int most, Instant now) {
        return now.isBefore(until) || now.isBefore(restUntil) ? 0 : probing ? Math.min(1, most) : most;
    }
}
