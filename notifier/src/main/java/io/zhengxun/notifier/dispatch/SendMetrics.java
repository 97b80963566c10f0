package io.zhengxun.notifier.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.notice.Channel;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts and times sends: {@code zhengxun.notices.sends} by channel and result. */
@Component
class SendMetrics {

    private final MeterRegistry meters;

    SendMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void sent(Channel channel, Result result, Duration taken) {
        meters.timer("zhengxun.notices.sends", "channel", channel.name(), "result", result.name()).record(taken);
    }
}
