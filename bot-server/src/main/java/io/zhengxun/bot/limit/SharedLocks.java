package io.zhengxun.bot.limit;

import io.zhengxun.bot.limit.LimitSettings.Mismatches;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Mismatches and locks in Redis, per user and per identity, each changed by one script. A miss remembers its counterpart (whose
 * guess, or at what), so that typing errors on the way to a right answer can be forgiven. The two keys of one subject share a
 * hash tag, as Redis Cluster demands of a script.
 */
@Component
class SharedLocks {

    /** KEYS misses, lock; ARGV now, within, threshold, forgottenAfter, member, lock times… in milliseconds. */
    private static final RedisScript<Long> MISS = RedisScript.of("""
            local now = tonumber(ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
            redis.call('ZADD', KEYS[1], now, ARGV[5])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            if redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[3]) then return 0 end
            redis.call('DEL', KEYS[1])
            local before = redis.call('GET', KEYS[2])
            local count = before and tonumber(string.match(before, ' (%d+)')) or 0
            local lasting = tonumber(ARGV[math.min(6 + count, #ARGV)])
            local till = now + lasting
            redis.call('SET', KEYS[2], string.format('%.0f %d', till, count + 1), 'PX', lasting + tonumber(ARGV[4]))
            return 1
            """, Long.class);

    /** KEYS misses; ARGV counterparts. */
    private static final RedisScript<Long> FORGIVE = RedisScript.of("""
            local forgiven = 0
            for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
                for _, counterpart in ipairs(ARGV) do
                    if string.find(member, counterpart, 1, true) then
                        forgiven = forgiven + redis.call('ZREM', KEYS[1], member)
                    end
                end
            end
            return forgiven
            """, Long.class);

    private final RedisTemplate<String, byte[]> redis;
    private final Mismatches settings;

    SharedLocks(RedisTemplate<String, byte[]> redis, LimitSettings settings) {
        this.redis = redis;
        this.settings = settings.mismatches();
    }

    /** How much longer the user and then each target stay locked; zero when not. One command. */
    List<Duration> left(String user, List<String> targets, Instant now) {
        List<String> keys = new ArrayList<>();
        keys.add(lockKey("user", user));
        targets.forEach(target -> keys.add(lockKey("identity", target)));
        return redis.opsForValue().multiGet(keys).stream().map(lock -> left(lock, now)).toList();
    }

    void missed(String kind, String id, String counterpart, Instant now) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(now.toEpochMilli()));
        arguments.add(bytes(settings.within().toMillis()));
        arguments.add(bytes(settings.threshold()));
        arguments.add(bytes(settings.forgottenAfter().toMillis()));
        // Two misses in one millisecond are two.
        arguments.add(bytes(counterpart + " " + UUID.randomUUID()));
        settings.locks().forEach(lock -> arguments.add(bytes(lock.toMillis())));
        redis.execute(MISS, List.of(missesKey(kind, id), lockKey(kind, id)), arguments.toArray());
    }

    void forgive(String kind, String id, List<String> counterparts) {
        redis.execute(FORGIVE, List.of(missesKey(kind, id)), counterparts.stream().map(SharedLocks::bytes).toArray());
    }

    private static Duration left(byte[] lock, Instant now) {
        if (lock == null) {
            return Duration.ZERO;
        }
        String until = new String(lock, StandardCharsets.US_ASCII).split(" ")[0];
        Duration left = Duration.ofMillis(Long.parseLong(until) - now.toEpochMilli());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String missesKey(String kind, String id) {
        return "zhengxun:misses:{" + kind + ":" + id + "}";
    }

    private static String lockKey(String kind, String id) {
        return "zhengxun:lock:{" + kind + ":" + id + "}";
    }

    private static byte[] bytes(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
}
