package io.zhengxun.notifier.channel;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.desk.ChannelSetups;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells at the start which kinds of notices this notifier can send through which channels, for staff to see. */
@Component
class TellingSetups {

    private static final Logger LOG = LoggerFactory.getLogger(TellingSetups.class);

    private final List<Courier> couriers;
    private final ChannelSetups setups;

    TellingSetups(List<Courier> couriers, ChannelSetups setups) {
        this.couriers = couriers;
        this.setups = setups;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        Map<Channel, Map<NoticeKind, Map<String, String>>> configured = new EnumMap<>(Channel.class);
        Arrays.stream(Channel.values()).forEach(channel -> configured.put(channel, new EnumMap<>(NoticeKind.class)));
        for (Courier courier : couriers) {
            Arrays.stream(NoticeKind.values())
                    .filter(courier::isConfigured)
                    .forEach(kind -> configured.get(courier.channel()).put(kind, courier.fields(kind)));
        }
        try {
            configured.forEach(setups::tell);
        } catch (DataAccessException | TransactionException e) {
            // Sending does not need it.
            LOG.warn("Staff see the channels as an earlier notifier told of them: {}", e.getClass().getName());
        }
    }
}
