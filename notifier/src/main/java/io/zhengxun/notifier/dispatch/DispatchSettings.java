package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.Channel;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent.
 *
 * @param enabled whether this instance sends
 * @param idle how often it is looked for due notices while there are none
 * @param lease so long a worker may keep what it has claimed; then another one takes over
 * @param stopGrace so long an orderly stop waits for what is under way
 * @param tries through one channel in one round; then the next channel. What fails since the channel is down for all, or too
 *     fast, is not counted
 * @param keepTrying so long the last channel is tried in one round, however often; then the work list
 * @param firstBackoff before the second try at most; doubles with each
 * @param longestBackoff at most
 * @param recipientBackoff before the second try at most, if it was too many to this person
 * @param doubtWindow so long after a send of unknown outcome the platform recognises a repeat of it (wechat-platform 6.2)
 * @param confirmWithin so long a confirmation is waited for; then the next channel
 * @param quotaProbe after a used-up quota one notice tries at least this often, since staff can clear it (5.3)
 * @param patience so long a due notice waits for a channel that is down before it goes on to the next one
 * @param unknownInARow so many recipients one after the other whom WeChat does not know (40003) mean that the account is the
 *     wrong one: the channel is stopped
 * @param quietFrom until quietUntil no notice goes out that is not urgent (T5), by the legal time
 * @param lateAfter the health component says LATE when a due notice waits longer
 * @param lookEvery how often is looked how much waits, and whether what holds notices is gone
 * @param breaker when a channel counts as down
 * @param channels by channel; what is missing is as {@link ChannelSettings} says
 */
@ConfigurationProperties("zhengxun.dispatch")
record DispatchSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("150ms") Duration idle,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("10s") Duration stopGrace,
        @DefaultValue("10") int tries,
        @DefaultValue("12h") Duration keepTrying,
        @DefaultValue("1s") Duration firstBackoff,
        @DefaultValue("5m") Duration longestBackoff,
        @DefaultValue("60s") Duration recipientBackoff,
        @DefaultValue("9m") Duration doubtWindow,
        @DefaultValue("5m") Duration confirmWithin,
        @DefaultValue("30m") Duration quotaProbe,
        @DefaultValue("15m") Duration patience,
        @DefaultValue("20") int unknownInARow,
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("5m") Duration lateAfter,
        @DefaultValue("15s") Duration lookEvery,
        @DefaultValue BreakerSettings breaker,
        @DefaultValue Map<Channel, ChannelSettings> channels) {

    DispatchSettings {
        if (tries < 1 || unknownInARow < 1) {
            throw new IllegalArgumentException("zhengxun.dispatch.tries and unknown-in-a-row must be at least 1.");
        }
        channels = Map.copyOf(channels);
    }

    /**
     * @param threads sends at the same time
     * @param underWay claimed and not recorded at the same time
     * @param perSecond of all instances together
     * @param perDay of all instances together; counts from midnight of the legal time
     */
    record ChannelSettings(
            @DefaultValue("16") int threads,
            @DefaultValue("400") int underWay,
            @DefaultValue("500") long perSecond,
            @DefaultValue("100000") long perDay) {

        static final ChannelSettings DEFAULT = new ChannelSettings(16, 400, 500, 100_000);

        ChannelSettings {
            if (threads < 1 || underWay < threads || perSecond < 1 || perDay < 1) {
                throw new IllegalArgumentException("zhengxun.dispatch.channels.*: threads, per-second and per-day are at"
                        + " least 1, under-way is at least threads.");
            }
        }
    }

    /**
     * When a channel counts as down: it is then left alone for a while, longer each time.
     *
     * @param calls so many of the last are looked at
     * @param failures percent of them that failed or got no answer
     * @param firstPause how long it is left alone; doubles with each failed trial
     * @param longestPause at most
     * @param trials then so many are tried
     */
    record BreakerSettings(
            @DefaultValue("50") int calls,
            @DefaultValue("60") int failures,
            @DefaultValue("2s") Duration firstPause,
            @DefaultValue("60s") Duration longestPause,
            @DefaultValue("5") int trials) {}

    ChannelSettings of(Channel channel) {
        return channels.getOrDefault(channel, ChannelSettings.DEFAULT);
    }
}
