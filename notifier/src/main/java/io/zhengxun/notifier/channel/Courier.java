package io.zhengxun.notifier.channel;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;

/** Hands messages over to one channel. Safe for use by many threads; never called within a database transaction. */
public interface Courier {

    Channel channel();

    /** Whether the channel, and its template of that kind, have the settings that they need. */
    boolean isConfigured(NoticeKind kind);

    /** Tries once, within a few seconds; failures are outcomes, never exceptions. */
    Outcome send(Message message);
}
