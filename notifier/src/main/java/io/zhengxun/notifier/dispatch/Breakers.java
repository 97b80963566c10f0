package io.zhengxun.notifier.dispatch;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.zhengxun.notifier.dispatch.DispatchSettings.BreakerSettings;
import io.zhengxun.registry.notice.Channel;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One circuit breaker per channel: what does not answer is left alone for a while, then tried with a few. */
@Component
class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final double DOUBLING = 2;

    private final Map<Channel, CircuitBreaker> breakers = new EnumMap<>(Channel.class);

    Breakers(DispatchSettings settings) {
        BreakerSettings breaker = settings.breaker();
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.calls())
                .minimumNumberOfCalls(breaker.calls())
                .failureRateThreshold(breaker.failures())
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialBackoff(breaker.firstPause(), DOUBLING, breaker.longestPause()))
                .permittedNumberOfCallsInHalfOpenState(breaker.trials())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
        for (Channel channel : Channel.values()) {
            CircuitBreaker one = CircuitBreaker.of(channel.name(), config);
            one.getEventPublisher().onStateTransition(event -> tell(channel, event.getStateTransition().getToState()));
            breakers.put(channel, one);
        }
    }

    CircuitBreaker of(Channel channel) {
        return breakers.get(channel);
    }

    boolean isDown(Channel channel) {
        return of(channel).getState() == State.OPEN;
    }

    /** How many may be sent now, of so many. */
    int permitted(Channel channel, int most) {
        return switch (of(channel).getState()) {
            case OPEN, FORCED_OPEN -> 0;
            case HALF_OPEN -> Math.min(most, of(channel).getCircuitBreakerConfig().getPermittedNumberOfCallsInHalfOpenState());
            default -> most;
        };
    }

    private static void tell(Channel channel, State state) {
        if (state == State.OPEN) {
            LOG.warn("Channel {} fails; it is left alone for a while, its notices wait. See docs/runbook.md#wechat-away.", channel);
        } else if (state == State.CLOSED) {
            LOG.info("Channel {} works again; its notices go on.", channel);
        }
    }
}
