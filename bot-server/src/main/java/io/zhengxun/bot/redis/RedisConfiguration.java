package io.zhengxun.bot.redis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
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
