package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who hands messages over to which channel. A channel without one counts as not configured. */
@Component
class Couriers {

    private final Map<Channel, Courier> byChannel = new EnumMap<>(Channel.class);

    /** @throws IllegalStateException if two serve the same channel */
    Couriers(List<Courier> couriers) {
        for (Courier courier : couriers) {
            if (byChannel.put(courier.channel(), courier) != null) {
                throw new IllegalStateException("Two couriers serve channel " + courier.channel() + ".");
            }
        }
    }

    Optional<Courier> of(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    boolean isConfigured(Channel channel, NoticeKind kind) {
        return of(channel).filter(courier -> courier.isConfigured(kind)).isPresent();
    }

    Set<NoticeKind> configured(Channel channel) {
        Set<NoticeKind> kinds = EnumSet.allOf(NoticeKind.class);
        kinds.removeIf(kind -> !isConfigured(channel, kind));
        return kinds;
    }
}
