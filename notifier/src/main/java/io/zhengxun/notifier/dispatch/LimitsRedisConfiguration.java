package io.zhengxun.notifier.dispatch;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis answers quickly, or sending goes on without it. Time-outs stand in notifier.yml under spring.data.redis. */
@Configuration(proxyBeanMethods = false)
class LimitsRedisConfiguration {

    /** Without a connection commands fail at once instead of queueing until they time out. */
    @Bean
    LettuceClientOptionsBuilderCustomizer limitsFailAtOnce() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).requestQueueSize(10_000);
    }

    /** Once Redis is back it is used again within a second, however long it was away. */
    @Bean
    ClientResourcesBuilderCustomizer limitsReconnectSoon() {
        return resources -> resources.reconnectDelay(
                Delay.exponential(Duration.ofMillis(1), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS));
    }
}
