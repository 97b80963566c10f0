package io.zhengxun.bot.callback;

import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.registry.privacy.SealBroken;
import io.zhengxun.registry.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The inbox of all instances, in Redis. A message is {@code w} (worked on, until the lease ends) or {@code d} with its sealed
 * reply. One command to enter and one to finish. All keys share a hash tag, as Redis Cluster demands of a script that must look at
 * message and passage at once; one node is enough for what one account can receive.
 */
@Component
class SharedInbox {

    private static final String PREFIX = "zhengxun:{inbox}:";
    private static final String WORKED = PREFIX + "worked";

    /** KEYS message, passage, worked; ARGV digest, passage kept ms, lease ms (0: do not claim), worked while Redis was away. */
    private static final RedisScript<byte[]> ENTER = RedisScript.of("""
            local passed = redis.call('GET', KEYS[2])
            if passed and passed ~= ARGV[1] then return 'x' end
            if not passed then redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2]) end
            local owed = tonumber(ARGV[4])
            if owed > 0 then redis.call('INCRBY', KEYS[3], owed) end
            local state = redis.call('GET', KEYS[1])
            if state then return state end
            if ARGV[3] == '0' then return 'o' end
            redis.call('SET', KEYS[1], 'w', 'PX', ARGV[3])
            redis.call('INCR', KEYS[3])
            return 'c'
            """, byte[].class);

    /** KEYS message; ARGV state, kept ms. Whoever finishes first fixes the reply; later ones get to know it. */
    private static final RedisScript<byte[]> FINISH = RedisScript.of("""
            local state = redis.call('GET', KEYS[1])
            if state and string.sub(state, 1, 1) == 'd' then return state end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 'c'
            """, byte[].class);

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;
    private final Vault vault;
    private final CallbackSettings settings;

    /** Messages worked on without Redis, to be counted there as soon as it answers. */
    private final AtomicLong owed = new AtomicLong();
    private final AtomicLong lastCounted = new AtomicLong();

    SharedInbox(RedisTemplate<String, byte[]> redis, RedisGate gate, Vault vault, CallbackSettings settings) {
        this.redis = redis;
        this.gate = gate;
        this.vault = vault;
        this.settings = settings;
    }

    /** How a message stands. */
    record Standing(Kind kind, String reply) {

        enum Kind {
            /** Ours to work on now. */
            CLAIMED,
            /** Worked on by somebody. */
            WORKING,
            /** Answered. */
            FINISHED,
            /** Answered, with a reply whose key this instance does not have, as while keys are rotated. */
            UNREADABLE,
            /** Not known and, as wished, not claimed. */
            OPEN,
            /** Another message passed with the same timestamp and nonce. */
            FORGED
        }
    }

    /** Looks a message up and claims it if nobody has; empty when Redis is away. */
    Optional<Standing> enter(Letter letter, boolean claim) {
        long toCount = owed.getAndSet(0);
        Optional<byte[]> state = gate.ask(() -> redis.execute(
                ENTER,
                List.of(key(letter), PREFIX + "p:" + letter.passage(), WORKED),
                bytes(letter.digest()),
                bytes(settings.nonceKept().toMillis()),
                bytes(claim ? settings.lease().toMillis() : 0),
                bytes(toCount)));
        boolean counted = state.isPresent() && state.get()[0] != 'x';
        if (!counted) {
            owed.addAndGet(toCount);
        }
        return state.map(this::standing);
    }

    /** Fixes the reply unless one is fixed already. */
    String finish(Letter letter, String reply) {
        byte[] sealed = vault.seal(reply);
        byte[] state = new byte[sealed.length + 1];
        state[0] = 'd';
        System.arraycopy(sealed, 0, state, 1, sealed.length);
        return gate.ask(() -> redis.execute(FINISH, List.of(key(letter)), state, bytes(settings.kept().toMillis())))
                .filter(before -> before[0] == 'd')
                .flatMap(this::reply)
                .orElse(reply);
    }

    /** Counts a message that was worked on while Redis was away. */
    void workedAlone() {
        owed.incrementAndGet();
    }

    /** While Redis is away, what it said last and what was worked on since. */
    long workedCount() {
        gate.ask(() -> Optional.ofNullable(redis.opsForValue().get(WORKED)))
                .ifPresent(found -> lastCounted.set(Long.parseLong(
                        new String(found.orElse(bytes(0)), StandardCharsets.US_ASCII))));
        return lastCounted.get() + owed.get();
    }

    private Standing standing(byte[] state) {
        return switch (state[0]) {
            case 'c' -> new Standing(Standing.Kind.CLAIMED, "");
            case 'w' -> new Standing(Standing.Kind.WORKING, "");
            case 'd' -> reply(state).map(text -> new Standing(Standing.Kind.FINISHED, text))
                    .orElseGet(() -> new Standing(Standing.Kind.UNREADABLE, ""));
            case 'x' -> new Standing(Standing.Kind.FORGED, "");
            default -> new Standing(Standing.Kind.OPEN, "");
        };
    }

    private Optional<String> reply(byte[] state) {
        try {
            return Optional.of(vault.open(Arrays.copyOfRange(state, 1, state.length)));
        } catch (SealBroken e) {
            return Optional.empty();
        }
    }

    private static String key(Letter letter) {
        return PREFIX + "m:" + letter.id();
    }

    private static byte[] bytes(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
}
