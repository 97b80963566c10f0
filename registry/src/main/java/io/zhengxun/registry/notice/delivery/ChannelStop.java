package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Instant;

/**
 * A channel, or one kind of notice on it, that goes on only after a person acted.
 *
 * @param kind null for all kinds
 * @param code why, as the channel says it
 * @param liftedAt null while it lasts
 * @param liftedBy username; null while it lasts
 */
public record ChannelStop(
        long id, Channel channel, NoticeKind kind, String code, Instant since, Instant liftedAt, String liftedBy) {

    public boolean concerns(Channel otherChannel, NoticeKind otherKind) {
        return channel == otherChannel && (kind == null || kind == otherKind);
    }
}
