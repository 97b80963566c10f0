package io.zhengxun.notifier.channel;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.Map;

/** Hands messages over to one channel. Safe for use by many threads; never called within a database transaction. */
public interface Courier {

    Channel channel();

    /** Whether the channel, and its template of that kind, have the settings that they need. */
    boolean isConfigured(NoticeKind kind);

    /** How the fields of the template of that kind are filled, for previews; empty for a channel without templates. */
    default Map<String, String> fields(NoticeKind kind) {
        return Map.of();
    }

    /** Tries once, within a few seconds; failures are outcomes, never exceptions. */
    Outcome send(Message message);
}
