package io.zhengxun.notifier.watch;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the watch does what, by the clock in Shanghai, on working days (ours). What an outage kept from being done is done
 * until its end; deadlines not looked at by then are looked at in the next run.
 *
 * @param every how often is looked whether something is owed; also how long after the start for the first time
 */
@ConfigurationProperties("zhengxun.watch")
public record WatchSettings(
        @DefaultValue("1m") Duration every,
        @DefaultValue("08:30") LocalTime deadlinesFrom,
        @DefaultValue("21:30") LocalTime deadlinesUntil,
        @DefaultValue("09:00") LocalTime summaryFrom,
        @DefaultValue("18:00") LocalTime summaryUntil) {

    public WatchSettings {
        if (every.toSeconds() < 1) {
            throw new IllegalArgumentException("zhengxun.watch.every must be at least a second.");
        }
        if (!deadlinesFrom.isBefore(deadlinesUntil) || !summaryFrom.isBefore(summaryUntil)) {
            throw new IllegalArgumentException("zhengxun.watch: each -from must be earlier in the day than its -until.");
        }
    }

    boolean isTimeForDeadlines(LocalTime now) {
        return !now.isBefore(deadlinesFrom) && now.isBefore(deadlinesUntil);
    }

    boolean isTimeForSummary(LocalTime now) {
        return !now.isBefore(summaryFrom) && now.isBefore(summaryUntil);
    }
}
