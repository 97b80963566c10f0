package io.zhengxun.bot;

import io.zhengxun.embedded.SharedServers;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;

/** Redis away for a while; who begins it ends it, for the sake of the next test. */
public final class RedisOutage {

    private RedisOutage() {}

    public static void begin() {
        SharedServers.redis().stop();
    }

    /** Returns once commands get through again. */
    public static void end(RedisTemplate<String, byte[]> redis) {
        SharedServers.redis().start();
        Instant start = Instant.now();
        while (!answers(redis)) {
            if (Duration.between(start, Instant.now()).compareTo(Duration.ofSeconds(20)) > 0) {
                throw new AssertionError("Redis did not come back");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean answers(RedisTemplate<String, byte[]> redis) {
        try {
            redis.hasKey("any");
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }
}
