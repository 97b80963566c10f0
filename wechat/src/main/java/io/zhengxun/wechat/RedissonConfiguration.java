package io.zhengxun.wechat;

import java.util.List;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Node;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redisson, beside Spring Data's client: for locks over all instances, and what stands under them. */
@Configuration(proxyBeanMethods = false)
class RedissonConfiguration {

    private static final int POOL = 8;
    private static final int THREADS = 4;
    private static final int TIMEOUT_MILLIS = 1000;

    /** A small client that connects when it is first used, so that applications start while Redis is away. */
    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(DataRedisConnectionDetails redis) {
        Config config = new Config().setThreads(THREADS).setNettyThreads(THREADS).setLazyInitialization(true);
        config.setUsername(redis.getUsername()).setPassword(redis.getPassword());
        String scheme = redis.getSslBundle() == null ? "redis://" : "rediss://";
        if (redis.getCluster() != null) {
            config.useClusterServers()
                    .setMasterConnectionPoolSize(POOL).setMasterConnectionMinimumIdleSize(1)
                    .setSlaveConnectionPoolSize(POOL).setSlaveConnectionMinimumIdleSize(1)
                    .setTimeout(TIMEOUT_MILLIS).setConnectTimeout(TIMEOUT_MILLIS).setRetryAttempts(1)
                    .addNodeAddress(addresses(scheme, redis.getCluster().getNodes()));
        } else if (redis.getSentinel() != null) {
            config.useSentinelServers()
                    .setMasterName(redis.getSentinel().getMaster()).setDatabase(redis.getSentinel().getDatabase())
                    .setMasterConnectionPoolSize(POOL).setMasterConnectionMinimumIdleSize(1)
                    .setSlaveConnectionPoolSize(POOL).setSlaveConnectionMinimumIdleSize(1)
                    .setTimeout(TIMEOUT_MILLIS).setConnectTimeout(TIMEOUT_MILLIS).setRetryAttempts(1)
                    .addSentinelAddress(addresses(scheme, redis.getSentinel().getNodes()));
        } else {
            DataRedisConnectionDetails.Standalone server = redis.getStandalone();
            config.useSingleServer()
                    .setAddress(scheme + server.getHost() + ":" + server.getPort()).setDatabase(server.getDatabase())
                    .setConnectionPoolSize(POOL).setConnectionMinimumIdleSize(1)
                    .setSubscriptionConnectionPoolSize(2).setSubscriptionConnectionMinimumIdleSize(1)
                    .setTimeout(TIMEOUT_MILLIS).setConnectTimeout(TIMEOUT_MILLIS).setRetryAttempts(1);
        }
        return Redisson.create(config);
    }

    private static String[] addresses(String scheme, List<Node> nodes) {
        return nodes.stream().map(node -> scheme + node.host() + ":" + node.port()).toArray(String[]::new);
    }
}
