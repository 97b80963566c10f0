package io.zhengxun.notifier.dispatch;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.delivery.Attempt;
import io.zhengxun.registry.notice.delivery.Handled;
import io.zhengxun.registry.notice.delivery.Handled.Reason;
import io.zhengxun.registry.notice.delivery.Noted;
import io.zhengxun.registry.notice.delivery.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Hands notices to one channel's courier, unless something has come up since they were claimed. */
final class Sender {

    /** What counts as the channel being down; whatever else it answers, it answers. */
    private static final Set<Result> FAILURES = Set.of(Result.TRANSIENT, Result.UNKNOWN);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Courier courier;
    private final CircuitBreaker breaker;
    private final ChannelPause pause;
    private final Strangers strangers;
    private final Departures departures;
    private final Stops stops;
    private final OutcomeRules rules;
    private final SendMetrics metrics;
    private final Clock clock;
    private final Duration lastMoment;
    private final Backoff whileDown;

    /** @param courier null for a channel that has none: nothing gets ready for it */
    Sender(Courier courier, ChannelPause pause, CircuitBreaker breaker, Workshop workshop) {
        this.courier = courier;
        this.pause = pause;
        this.breaker = breaker;
        this.departures = new Departures(workshop.claims());
        this.stops = workshop.stops();
        this.rules = workshop.rules();
        this.metrics = workshop.metrics();
        this.clock = workshop.clock();
        DispatchSettings settings = workshop.settings();
        this.strangers = new Strangers(settings.unknownInARow());
        // A send of a few seconds has to end, and to be recorded, within the lease.
        this.lastMoment = settings.lease().dividedBy(3);
        this.whileDown = new Backoff(settings.breaker().firstPause(), settings.breaker().firstPause());
    }

    Done send(Ready ready) {
        Notice notice = ready.notice();
        Instant now = clock.instant();
        if (stops.concern(notice.channel(), notice.kind())) {
            return Done.unsent(Handled.onward(
                    notice, null, Reason.of(Decision.STOPPED, notice.channel().name()), now));
        }
        if (pause.lasts(now) || now.isAfter(notice.dueAt().minus(lastMoment)) || !breaker.tryAcquirePermission()) {
            return Done.unsent(later(notice, whileDown.after(1)));
        }
        if (!departures.mayGo(notice)) {
            breaker.releasePermission();
            return Done.unsent(later(notice, whileDown.after(1)));
        }
        return tried(ready, clock.instant());
    }

    /** As if it had not been claimed. */
    Handled later(Notice notice, Duration wait) {
        return new Handled(notice, null, Turn.later(notice, clock.instant().plus(wait)), List.of());
    }

    /** @param code why, of the quota */
    Handled overQuota(Notice notice, String code, Instant until) {
        return rules.overQuota(notice, null, code, until);
    }

    /** Its truth or its recipient could not be found out: without a fault of its own if the database is away. */
    Handled unprepared(Notice notice, RuntimeException failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            return later(notice, whileDown.after(1));
        }
        LOG.error("Notice {} cannot be prepared ({}); it is tried again, and given up after some tries.", notice.id(),
                failure.getClass().getSimpleName());
        LOG.debug("Notice {} cannot be prepared.", notice.id(), failure);
        Instant now = clock.instant();
        Attempt attempt =
                new Attempt(now, now, Result.TRANSIENT.name(), failure.getClass().getSimpleName(), null, "");
        return rules.unprepared(notice, attempt);
    }

    private Done tried(Ready ready, Instant startedAt) {
        Notice notice = ready.notice();
        long start = System.nanoTime();
        Outcome outcome = strangers.judged(notice.recipient(), outcome(new Message(notice.id(),
                "N" + notice.id() + "x" + notice.round(), notice.kind(), ready.address(), ready.verdict().facts())));
        long taken = System.nanoTime() - start;
        metrics.sent(notice.channel(), outcome.result(), Duration.ofNanos(taken));
        if (FAILURES.contains(outcome.result())) {
            breaker.onError(taken, TimeUnit.NANOSECONDS, new ChannelFails(outcome.code()));
        } else {
            breaker.onSuccess(taken, TimeUnit.NANOSECONDS);
        }
        if (outcome.result() == Result.ACCEPTED) {
            pause.accepted(startedAt);
        }
        String messageId = outcome.messageId().isEmpty() ? null : outcome.messageId();
        Attempt attempt = new Attempt(startedAt, startedAt.plusNanos(taken), outcome.result().name(), outcome.code(),
                messageId, outcome.requestId());
        boolean down = breaker.getState() != CircuitBreaker.State.CLOSED;
        Handled handled = rules.handled(notice, new Tried(attempt, outcome, down), pause);
        return new Done(outcome.result() == Result.ACCEPTED ? withChange(handled, ready) : handled, ready.address(),
                outcome.result());
    }

    private static Handled withChange(Handled handled, Ready ready) {
        String change = ready.verdict().why();
        if (change.isEmpty()) {
            return handled;
        }
        List<Noted> decisions = new ArrayList<>(handled.decisions());
        decisions.add(new Noted(handled.notice().id(), Decision.CHANGED, change));
        return new Handled(handled.notice(), handled.attempt(), handled.turn(), decisions);
    }

    /** A courier that breaks its word may have sent it. */
    private Outcome outcome(Message message) {
        try {
            return courier.send(message);
        } catch (RuntimeException | Error e) {
            return Outcome.of(Result.UNKNOWN, e.getClass().getSimpleName());
        }
    }

    /** For the breaker's count only. */
    private static final class ChannelFails extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChannelFails(String code) {
            super(code, null, false, false);
        }
    }
}
