package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.DialogSettings;
import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.registry.privacy.SealBroken;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.wechat.OpenId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Remembers conversations in Redis: sealed, since they may hold personal data, and for minutes from the last word (Q6). One message of
 * a person at a time, over all instances: of three pictures sent at once none may be lost. One command to open and one to keep.
 */
@Component
class Talks {

    private static final Logger log = LoggerFactory.getLogger(Talks.class);

    /** Longer than any message is worked on (callback.deadline); only a killed instance lets it run out. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private static final Duration MOST_WAITING = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    /** Who comes back after so long is told again how the bot deals with personal data. */
    private static final Duration GREETED = Duration.ofDays(365);

    /** KEYS talk, turn, greeted; ARGV turn's token, its ms, greeted for ms. */
    private static final RedisScript<byte[]> OPEN = RedisScript.of("""
            if not redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return 'b' end
            local fresh = redis.call('SET', KEYS[3], '1', 'NX', 'PX', ARGV[3])
            local state = redis.call('GET', KEYS[1])
            return (fresh and 'n' or 'o') .. (state or '')
            """, byte[].class);

    /** KEYS talk, turn; ARGV turn's token, state or nothing, ms. Whose turn was lost changes nothing. */
    private static final RedisScript<byte[]> KEEP = RedisScript.of("""
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'l' end
            if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
            redis.call('DEL', KEYS[2])
            return 'k'
            """, byte[].class);

    /** KEYS turn; ARGV its token. */
    private static final RedisScript<byte[]> LEAVE = RedisScript.of("""
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
            return 'k'
            """, byte[].class);

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;
    private final Vault vault;
    private final DialogSettings settings;

    Talks(RedisTemplate<String, byte[]> redis, RedisGate gate, Vault vault, DialogSettings settings) {
        this.redis = redis;
        this.gate = gate;
        this.vault = vault;
        this.settings = settings;
    }

    /**
     * A conversation as it was left.
     *
     * @param token of the turn; empty when it is nobody's: Redis is away, or another message is being worked on
     * @param fresh whether the person writes for the first time
     */
    record Opened(Talk talk, Optional<String> token, boolean fresh, boolean busy) {

        boolean isRemembered() {
            return token.isPresent();
        }
    }

    /** Waits for the person's earlier message, and not for ever. */
    Opened open(OpenId user) {
        String token = UUID.randomUUID().toString();
        long end = System.nanoTime() + MOST_WAITING.toNanos();
        while (true) {
            Optional<byte[]> found = gate.ask(() -> redis.execute(
                    OPEN,
                    List.of(talk(user), turn(user), greeted(user)),
                    bytes(token), bytes(TURN.toMillis()), bytes(GREETED.toMillis())));
            if (found.isEmpty()) {
                return new Opened(Talk.NEW, Optional.empty(), false, false);
            }
            if (found.get()[0] != 'b') {
                return new Opened(talk(found.get()), Optional.of(token), found.get()[0] == 'n', false);
            }
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return new Opened(Talk.NEW, Optional.empty(), false, true);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** Keeps it for the next message and ends the turn; false when nothing could be kept. */
    boolean keep(OpenId user, Opened opened, Talk talk) {
        byte[] sealed = talk.equals(Talk.NEW) ? new byte[0] : vault.seal(TalkForm.written(talk));
        return opened.token()
                .flatMap(token -> gate.ask(() -> redis.execute(
                        KEEP,
                        List.of(talk(user), turn(user)),
                        bytes(token), sealed, bytes(settings.keptFor().toMillis()))))
                .filter(kept -> kept[0] == 'k')
                .isPresent();
    }

    /** Ends a turn that came to nothing. */
    void leave(OpenId user, Opened opened) {
        opened.token().ifPresent(token -> gate.ask(() -> redis.execute(LEAVE, List.of(turn(user)), bytes(token))));
    }

    /** Notes that the person was told how the bot deals with personal data. */
    void greet(OpenId user) {
        gate.ask(() -> {
            redis.opsForValue().set(greeted(user), bytes(1), GREETED);
            return true;
        });
    }

    void forget(OpenId user) {
        gate.ask(() -> redis.delete(List.of(talk(user), greeted(user))));
    }

    private Talk talk(byte[] found) {
        if (found.length == 1) {
            return Talk.NEW;
        }
        try {
            return TalkForm.read(vault.open(Arrays.copyOfRange(found, 1, found.length)));
        } catch (SealBroken e) {
            log.warn("A remembered conversation could not be opened; its person begins anew. {}", e.getMessage());
            return Talk.NEW;
        }
    }

    private String talk(OpenId user) {
        return key("talk", user);
    }

    private String turn(OpenId user) {
        return key("turn", user);
    }

    private String greeted(OpenId user) {
        return key("greeted", user);
    }

    /** One hash tag a person: Redis Cluster demands it of a script. */
    private String key(String kind, OpenId user) {
        String fingerprint = HexFormat.of().formatHex(vault.fingerprint("dialog", user.value()));
        return "zhengxun:" + kind + ":{" + fingerprint + "}";
    }

    private static byte[] bytes(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
}
