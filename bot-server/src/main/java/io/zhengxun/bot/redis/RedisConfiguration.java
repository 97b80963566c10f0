package io.zhengxun.bot.redis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;

/** Redis for short commands with byte values. Time-outs stand in bot-server.yml under spring.data.redis. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** Without a connection commands fail at once instead of queueing until they time out. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failingAtOnce() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).requestQueueSize(10_000);
    }

    /** Once Redis is back it is used again within a second, however long it was away; Lettuce itself would wait up to 30 s. */
    @Bean
    ClientResourcesBuilderCustomizer reconnectingSoon() {
        return resources -> resources.reconnectDelay(
                Delay.exponential(Duration.ofMillis(1), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS));
    }

    @Bean
    RedisTemplate<String, byte[]> bytesInRedis(RedisConnectionFactory connections) {
        RedisTemplate<String, byte[]> template = new RedisTemplate<>();
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setValueSerializer(RedisSerializer.byteArray());
        template.setHashKeySerializer(RedisSerializer.string());
        template.setHashValueSerializer(RedisSerializer.byteArray());
        return template;
    }
}
