package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import java.time.Instant;

/**
 * A channel that waits by itself since its quota is used up.
 *
 * @param code why, as the channel says it
 * @param until when one notice tries again
 */
public record PausedChannel(Channel channel, String code, Instant since, Instant until) {

    /** As a decision says it. */
    public String detail() {
        return code + " " + until;
    }
}
