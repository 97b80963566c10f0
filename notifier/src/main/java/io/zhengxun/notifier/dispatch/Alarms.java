package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One loud line for what concerns many notices, and none again for an hour: a thousand failures have one cause. */
@Component
class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration SILENCE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Instant> raised = new ConcurrentHashMap<>();

    Alarms(Clock clock) {
        this.clock = clock;
    }

    void contentRefused(Channel channel, NoticeKind kind, String code) {
        if (isNews(channel + " " + kind + " " + code)) {
            LOG.error("Channel {} refuses what notices of kind {} say (error {}): it is never sent again as it is; other"
                    + " channels go on. The texts or the template's fields have to be repaired. See"
                    + " docs/runbook.md#text-refused.", channel, kind, code);
        }
    }

    void quotaUsedUp(Channel channel, String code, Instant until) {
        if (isNews(channel + " quota")) {
            LOG.error("The quota of channel {} is used up (error {}): its notices wait until {} at least. See"
                    + " docs/runbook.md#quota-used-up.", channel, code, until);
        }
    }

    private boolean isNews(String what) {
        Instant now = clock.instant();
        boolean[] news = new boolean[1];
        raised.compute(what, (key, last) -> {
            news[0] = last == null || last.isBefore(now.minus(SILENCE));
            return news[0] ? now : last;
        });
        return news[0];
    }
}
