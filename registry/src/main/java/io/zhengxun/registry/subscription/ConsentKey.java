package io.zhengxun.registry.subscription;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;

/**
 * Whose consent to what: one person, one kind of message on one channel.
 *
 * @param channel one that {@link Channel#needsConsent}
 * @param openId by which that channel knows the person: in the mini-program another one than in the official account
 */
public record ConsentKey(Channel channel, NoticeKind kind, String openId) {

    public ConsentKey {
        if (!channel.needsConsent()) {
            throw new IllegalArgumentException("Messages through " + channel + " need no consent.");
        }
    }

    @Override
    public String toString() {
        return "ConsentKey[" + channel + ", " + kind + "]";
    }
}
