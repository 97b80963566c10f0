package io.zhengxun.notifier.channel;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.Map;

/**
 * What a channel is to hand over.
 *
 * @param idempotencyId the same for each try of one notice in one round through one channel: at most 32 of [0-9A-Za-z_-]
 * @param address openid, e-mail address or mobile number, by the channel
 * @param facts what its text needs, by name, as they are true now
 */
public record Message(
        long noticeId, String idempotencyId, NoticeKind kind, String address, Map<String, String> facts) {

    /** Without the address. */
    @Override
    public String toString() {
        return "Message[" + kind + " " + noticeId + "]";
    }
}
