package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the notices of a time went, counted when asked: the cost grows with the notices written in it, so that the time is bounded
 * to {@link NoticeFilter#MOST_DAYS} days, and the counting to {@link #LONGEST}.
 */
@Component
public class NoticeStatistics {

    /** Within this after its cause a notice shall be accepted (ours). */
    public static final Duration QUICK = Duration.ofSeconds(10);

    /** Half a million notices are counted in some seconds; nobody waits for more, and the database has to send. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final NoticeStatisticsMapper mapper;
    private final Clock clock;
    private final TransactionTemplate bounded;

    @Autowired
    NoticeStatistics(NoticeStatisticsMapper mapper, Clock clock, PlatformTransactionManager manager) {
        this(mapper, clock, manager, LONGEST);
    }

    NoticeStatistics(NoticeStatisticsMapper mapper, Clock clock, PlatformTransactionManager manager, Duration longest) {
        this.mapper = mapper;
        this.clock = clock;
        this.bounded = new TransactionTemplate(manager);
        this.bounded.setReadOnly(true);
        this.bounded.setTimeout((int) longest.toSeconds());
    }

    /**
     * @param tallies notices by kind, state and, where they stay, cause
     * @param tries by kind, channel and outcome
     * @param waiting those that wait now, whenever they were written, by channel
     */
    public record Figures(List<Tally> tallies, List<Tries> tries, List<Waiting> waiting) {}

    /** @param cause empty on a notice's usual way */
    public record Tally(
            NoticeKind kind, NoticeState state, String cause, long notices, long accepted, long delivered) {}

    /**
     * @param outcome its class, e.g. ACCEPTED, TRANSIENT
     * @param code the channel's own; empty when accepted
     * @param delivered of the accepted ones, as the channel confirmed
     * @param notDelivered of the accepted ones, as the channel reported
     * @param timed acceptances that count for the share of quick ones: the first of a notice that was not kept for the morning
     * @param quick those of them within {@link #QUICK} of the commit of the notice's cause
     */
    public record Tries(
            NoticeKind kind, Channel channel, String outcome, String code, long tries, long delivered, long notDelivered,
            long timed, long quick) {}

    /**
     * @param oldest when the oldest of them was written
     * @param due those whose time has come
     * @param dueSince of the one that has waited longest; null if none is due
     */
    public record Waiting(Channel channel, long notices, Instant oldest, long due, Instant dueSince) {}

    /**
     * @param period with both ends
     * @throws IllegalArgumentException if the period is open or too long
     * @throws StatisticsTooLong if it has too many notices to be counted in time
     */
    public Figures of(NoticeFilter.Period period, Scope scope) {
        if (period.from().plus(Duration.ofDays(NoticeFilter.MOST_DAYS)).isBefore(period.until())) {
            throw new IllegalArgumentException("A period has at most " + NoticeFilter.MOST_DAYS + " days.");
        }
        NoticeStatisticsMapper.Question question =
                new NoticeStatisticsMapper.Question(period, scope, (int) QUICK.toSeconds());
        try {
            return bounded.execute(status -> new Figures(
                    mapper.tallies(question), mapper.tries(question), mapper.waiting(scope, clock.instant())));
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            throw new StatisticsTooLong(Duration.ofSeconds(bounded.getTimeout()));
        }
    }
}
