package io.zhengxun.wechat;

import io.zhengxun.embedded.SharedServers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.redisson.api.RedissonClient;

/** Redis away for a while. */
final class RedisOutage implements AutoCloseable {

    private final RedissonClient redisson;

    RedisOutage(RedissonClient redisson) {
        this.redisson = redisson;
        SharedServers.redis().stop();
    }

    /** Returns once commands get through again. */
    @Override
    public void close() {
        SharedServers.redis().start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> !redisson.getBucket("any").isExists());
    }
}
