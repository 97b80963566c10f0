package io.zhengxun.notifier.picture;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures of complaints are fetched.
 *
 * @param enabled whether this instance does it
 * @param idle how often it is looked for pictures
 * @param batch so many are claimed at once
 * @param lease so long a worker has those to itself; well above the time-outs of the platform times the batch
 * @param firstPause before the second try, doubling
 * @param longestPause at most
 */
@ConfigurationProperties("zhengxun.pictures")
record PictureSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration idle,
        @DefaultValue("5") int batch,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause) {

    private static final int MOST_DOUBLINGS = 16;

    /** @param tries so many have failed; at least 1 */
    Duration pauseAfter(int tries) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
