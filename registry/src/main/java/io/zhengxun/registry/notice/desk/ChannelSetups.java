package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which kinds of notices can go through which channels. Settings are known to the notifiers alone: each tells of its own when it
 * starts, so that staff can see what is missing before a notice is held for it.
 */
@Component
public class ChannelSetups {

    private final ChannelSetupMapper mapper;
    private final Clock clock;

    ChannelSetups(ChannelSetupMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param toldAt by the notifier that started last */
    public record Setup(Channel channel, NoticeKind kind, boolean configured, Instant toldAt) {}

    /** @param configured the kinds that can go through the channel; all others cannot */
    @Transactional
    public void tell(Channel channel, Set<NoticeKind> configured) {
        Instant now = clock.instant();
        for (NoticeKind kind : NoticeKind.values()) {
            mapper.tell(channel, kind, configured.contains(kind), now);
        }
    }

    /** Empty until a notifier has started. */
    public List<Setup> all() {
        return mapper.all();
    }
}
