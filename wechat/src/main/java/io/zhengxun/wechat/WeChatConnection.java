package io.zhengxun.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Tries the account's credentials at WeChat's API, at the start and every hour, and shows the outcome as the health component
 * {@code wechat}. Its status UNREACHABLE does not count in the overall health: answers in the chat need no API.
 */
@Component("wechatHealthIndicator")
class WeChatConnection implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(WeChatConnection.class);
    private static final Status UNREACHABLE = new Status("UNREACHABLE");
    private static final Duration INTERVAL = Duration.ofHours(1);

    /** What only a person can repair: wrong app id or secret, frozen secret, address not on the list. */
    private static final Set<ErrorClass> REFUSALS = Set.of(ErrorClass.ACCOUNT, ErrorClass.TOKEN);

    private final WeChatApi api;
    private final WeChatAccount account;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private volatile State state;

    WeChatConnection(WeChatApi api, WeChatAccount account, TaskScheduler scheduler, Clock clock) {
        this.api = api;
        this.account = account;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** @param error WeChat's error code or the kind of failure, empty when the connection works */
    private record State(String error, Instant since) {}

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        scheduler.scheduleWithFixedDelay(this::check, INTERVAL);
    }

    void check() {
        try {
            api.get("/cgi-bin/getcallbackip", Map.of());
            became("");
        } catch (WeChatFailure e) {
            ApiError error = e.error();
            if (became(error.code()) && REFUSALS.contains(error.kind())) {
                LOG.error("WeChat refuses the credentials of account {} (error {}); check WECHAT_MP_APP_ID, WECHAT_MP_SECRET"
                        + " and the account's IP list. Answers in the chat go on.", account.appId(), error.code());
            }
        }
    }

    /** Whether the state changed. */
    private boolean became(String error) {
        State before = state;
        if (before != null && before.error().equals(error)) {
            return false;
        }
        state = new State(error, clock.instant());
        if (error.isEmpty()) {
            LOG.info("WeChat's API accepts the credentials of account {}.", account.appId());
        } else {
            LOG.warn("WeChat's API is not usable ({}); answers in the chat go on.", error);
        }
        return true;
    }

    @Override
    public Health health() {
        State now = state;
        if (now == null) {
            return Health.unknown().build();
        }
        Health.Builder health = now.error().isEmpty()
                ? Health.up()
                : Health.status(UNREACHABLE).withDetail("error", now.error());
        return health.withDetail("since", now.since().toString()).build();
    }
}
