package io.zhengxun.admin.session;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the client behaves while Redis is away. The bot wants the same for itself; in one JVM both say so. */
@Configuration(proxyBeanMethods = false)
class RedisAway {

    /** Requests are answered with 503 at once instead of waiting for a connection until they time out. */
    @Bean
    LettuceClientOptionsBuilderCustomizer sessionsFailAtOnce() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    /** Once Redis is back people get in within a second; Lettuce itself would wait up to 30 s. */
    @Bean
    ClientResourcesBuilderCustomizer sessionsBackSoon() {
        return resources -> resources.reconnectDelay(
                Delay.exponential(Duration.ofMillis(1), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS));
    }
}
