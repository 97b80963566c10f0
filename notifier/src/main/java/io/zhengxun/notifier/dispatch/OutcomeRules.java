package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Channel;
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
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is done about each class of outcome (wechat-platform 6.5). */
@Component
class OutcomeRules {

    /** The person refuses the account, or the account refuses the person. */
    private static final Set<String> REFUSING = Set.of("48002", "43019");

    /** What waits for the end of a pause does not come back all at once. */
    private static final Backoff SPREAD = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final DispatchSettings settings;
    private final Stops stops;
    private final Alarms alarms;
    private final Budget budget;
    private final Clock clock;

    OutcomeRules(DispatchSettings settings, Budget budget, Stops stops, Alarms alarms, Clock clock) {
        this.settings = settings;
        this.budget = budget;
        this.clock = clock;
        this.stops = stops;
        this.alarms = alarms;
    }

    Handled handled(Notice notice, Tried tried, ChannelPause pause) {
        Attempt attempt = tried.attempt();
        Outcome outcome = tried.outcome();
        Instant now = attempt.endedAt();
        String code = outcome.code();
        Channel channel = notice.channel();
        return switch (outcome.result()) {
            case ACCEPTED -> accepted(notice, attempt);
            case TRANSIENT -> again(notice, tried, now.plus(backoff(notice)), notice.doubtAt());
            case UNKNOWN -> unknown(notice, tried);
            case RATE -> again(notice, tried, pause.slowDown(now).plus(SPREAD.after(1)), notice.doubtAt());
            case QUOTA -> quota(notice, attempt, pause);
            case RECIPIENT_RATE -> again(notice, tried, now.plus(
                    new Backoff(settings.recipientBackoff(), settings.longestBackoff()).after(notice.attempts() + 1)),
                    notice.doubtAt());
            case RECIPIENT -> Handled.onward(notice, attempt, REFUSING.contains(code)
                    ? Reason.of(Decision.BLOCKED, channel + " " + code)
                    : Reason.of(Result.RECIPIENT + " " + code), now);
            case NOT_FOLLOWING -> Handled.onward(
                    notice, attempt, Reason.of(Decision.NOT_FOLLOWING, channel.name()), now);
            case NO_CONSENT -> Handled.onward(notice, attempt, Reason.of(Decision.NO_CONSENT, channel.name()), now);
            case CONTENT -> {
                alarms.contentRefused(channel, notice.kind(), code);
                yield Handled.onward(notice, attempt, Reason.of(Result.CONTENT + " " + code), now);
            }
            case TEMPLATE -> {
                stops.stop(channel, notice.kind(), code);
                yield Handled.onward(notice, attempt, Reason.of(Decision.STOPPED, channel + " " + code), now);
            }
            case ACCOUNT -> {
                stops.stop(channel, null, code);
                yield Handled.onward(notice, attempt, Reason.of(Decision.STOPPED, channel + " " + code), now);
            }
        };
    }

    private Handled accepted(Notice notice, Attempt attempt) {
        boolean untraceable = notice.channel().confirms() && attempt.messageId() == null;
        Turn turn = Turn.accepted(
                notice, attempt.messageId(), attempt.endedAt(), attempt.endedAt().plus(settings.confirmWithin()));
        return new Handled(notice, attempt, turn, untraceable
                ? List.of(new Noted(notice.id(), Decision.UNTRACEABLE, notice.channel().name()))
                : List.of());
    }

    /** Whether what is in doubt may be sent again: the platform recognises repeats of a template message for a while (6.2). */
    boolean isRecognised(Notice notice, Instant doubtAt, Instant then) {
        return notice.channel() == Channel.TEMPLATE && then.isBefore(doubtAt.plus(settings.doubtWindow()));
    }

    /** It may have arrived: nothing but a confirmation, or the lack of one, tells. */
    Handled inDoubt(Notice notice, Attempt attempt, Instant since, Instant now) {
        Turn turn = Turn.inDoubt(notice, since, now.plus(settings.confirmWithin()));
        return new Handled(notice, attempt, turn, List.of(
                new Noted(notice.id(), Decision.IN_DOUBT, notice.channel().name())));
    }

    /** It could not be found out what to send, or where: no channel's fault, and no hours make it better. */
    Handled unprepared(Notice notice, Attempt attempt) {
        return budget.areSpent(notice)
                ? Handled.onward(notice, attempt, Reason.of("TRIES " + attempt.code()), attempt.endedAt())
                : retried(notice, attempt, Turn.retry(notice, attempt.endedAt().plus(backoff(notice)), notice.doubtAt()));
    }

    private Handled unknown(Notice notice, Tried tried) {
        Attempt attempt = tried.attempt();
        Instant since = notice.doubtAt() == null ? attempt.startedAt() : notice.doubtAt();
        return again(notice, tried, attempt.endedAt().plus(backoff(notice)), since);
    }

    private Handled again(Notice notice, Tried tried, Instant dueAt, Instant doubtAt) {
        Attempt attempt = tried.attempt();
        // What is in doubt has the platform's minutes at most.
        boolean spent = doubtAt == null ? budget.isSpent(notice, tried) : tried.counts() && budget.areSpent(notice);
        if (doubtAt != null && (spent || !isRecognised(notice, doubtAt, dueAt))) {
            return inDoubt(notice, attempt, doubtAt, attempt.endedAt());
        }
        if (spent) {
            return Handled.onward(notice, attempt, Reason.of("TRIES " + attempt.code()), attempt.endedAt());
        }
        return retried(notice, attempt, tried.counts()
                ? Turn.retry(notice, dueAt, doubtAt)
                : Turn.uncounted(notice, dueAt, doubtAt));
    }

    private static Handled retried(Notice notice, Attempt attempt, Turn turn) {
        return new Handled(notice, attempt, turn, List.of(
                new Noted(notice.id(), Decision.RETRY, attempt.code() + " " + turn.dueAt())));
    }

    /** Until WeChat's next day, unless staff clear the quota before (5.3). */
    private Handled quota(Notice notice, Attempt attempt, ChannelPause pause) {
        Instant now = attempt.endedAt();
        Instant midnight = LegalTime.endOf(LegalTime.dayOf(now));
        Instant probe = now.plus(settings.quotaProbe());
        Instant until = pause.pause(now, probe.isBefore(midnight) ? probe : midnight, attempt.code());
        alarms.quotaUsedUp(notice.channel(), attempt.code(), until);
        return budget.isImpatient(notice, attempt)
                ? Handled.onward(notice, attempt, Reason.of(Decision.QUOTA.name()), now)
                : overQuota(notice, attempt, attempt.code(), until);
    }

    /**
     * It waits with the others of its channel. What has a next one is due since it was tried first: its patience ends as that of
     * those behind it does.
     *
     * @param attempt null if it was not tried
     */
    Handled overQuota(Notice notice, Attempt attempt, String code, Instant until) {
        Instant then = until.plus(SPREAD.after(1));
        Instant since = attempt == null ? clock.instant() : budget.firstTry(notice, attempt);
        Instant dueAt = notice.nextChannel().isPresent() ? since : then;
        return new Handled(notice, attempt, Turn.later(notice, dueAt), List.of(
                new Noted(notice.id(), Decision.QUOTA, code + " " + until)));
    }

    private Duration backoff(Notice notice) {
        return new Backoff(settings.firstBackoff(), settings.longestBackoff()).after(notice.attempts() + 1);
    }
}
