package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.delivery.Attempt;
import io.zhengxun.registry.notice.delivery.Tries;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * For how long one channel is tried for a notice in one round. Where another follows: some tries, or as long as anybody waits
 * for a channel that is down. The last one is tried for hours, so that an outage ends with all delivered.
 */
@Component
class Budget {

    private final Tries tries;
    private final DispatchSettings settings;

    Budget(Tries tries, DispatchSettings settings) {
        this.tries = tries;
        this.settings = settings;
    }

    boolean isSpent(Notice notice, Tried tried) {
        boolean last = notice.nextChannel().isEmpty();
        if (tried.counts() && (!areSpent(notice) || !last)) {
            return areSpent(notice);
        }
        return lasts(notice, tried.attempt(), last ? settings.keepTrying() : settings.patience());
    }

    /** Whether it has waited long enough for a channel that takes nothing at the moment, and has another one. */
    boolean isImpatient(Notice notice, Attempt attempt) {
        return notice.nextChannel().isPresent() && lasts(notice, attempt, settings.patience());
    }

    private boolean lasts(Notice notice, Attempt attempt, Duration most) {
        return firstTry(notice, attempt).isBefore(attempt.endedAt().minus(most));
    }

    /** With the one that was just made. */
    boolean areSpent(Notice notice) {
        return notice.attempts() + 1 >= settings.tries();
    }

    /** When its channel was tried first in its round; of this try if nothing else is known. */
    Instant firstTry(Notice notice, Attempt attempt) {
        Instant thisOne = attempt.startedAt();
        try {
            return tries.first(notice).orElse(thisOne);
        } catch (DataAccessException | TransactionException databaseAway) {
            // The next try asks again.
            return thisOne;
        }
    }
}
