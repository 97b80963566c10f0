package io.zhengxun.notifier.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A channel that was told to slow down, or whose quota is used up: afterwards one notice tries, the others wait for it. */
final class ChannelPause {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 7;

    private Instant until = Instant.MIN;
    private Instant restUntil = Instant.MIN;
    private Instant usedUpUntil = Instant.MIN;
    private String usedUpCode = "";
    private boolean probing;
    private int inARow;

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
    synchronized Instant pause(Instant end, String code) {
        until = end.isAfter(until) ? end : until;
        probing = true;
        usedUp(until, code);
        return until;
    }

    /** The quota is used up by own count: what was counted goes out, the rest waits until then. */
    synchronized void usedUp(Instant end, String code) {
        usedUpUntil = end;
        usedUpCode = code;
    }

    /** While a quota is used up: the code and until when, as a decision says it. */
    synchronized Optional<String> usedUp(Instant now) {
        return now.isBefore(usedUpUntil) ? Optional.of(usedUpCode + " " + usedUpUntil) : Optional.empty();
    }

    /** Nothing more is claimed until then; what is claimed goes out. */
    synchronized void rest(Instant end) {
        restUntil = end;
    }

    /** What was sent before the pause says nothing about now. */
    synchronized void accepted(Instant startedAt) {
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
