package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.delivery.ChannelPauses;
import io.zhengxun.registry.notice.delivery.NoticeClaims;
import io.zhengxun.registry.notice.delivery.NoticeOutcomes;
import io.zhengxun.registry.subscription.Consents;
import java.time.Clock;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** What the workers of all channels share. */
@Component
record Workshop(
        DispatchSettings settings,
        NoticeClaims claims,
        NoticeOutcomes outcomes,
        ChannelPauses pauses,
        Preparing preparing,
        Limits limits,
        Breakers breakers,
        Couriers couriers,
        Stops stops,
        OutcomeRules rules,
        Alarms alarms,
        SendMetrics metrics,
        Consents consents,
        Contacts contacts,
        Clock clock) {

    Sender sender(Channel channel, ChannelPause pause) {
        return new Sender(couriers.of(channel).orElse(null), pause, breakers.of(channel), this);
    }

    Recorder recorder(Channel channel, IntConsumer recorded) {
        return new Recorder("Recording of " + channel, this, recorded);
    }
}
