package io.zhengxun.admin.session;

import io.lettuce.core.RedisException;
import io.zhengxun.registry.account.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions, in Redis, for all instances. Losing them loses no fact: people log in again. That an account is disabled
 * or changed does not depend on Redis: the caller compares the session's epoch with the account's.
 */
@Component
public class Sessions {

    private static final String SESSION = "zhengxun:staff-session:";
    private static final String OF_ACCOUNT = "zhengxun:staff-sessions:";
    private static final int ID_LENGTH = 20;
    /** A session in use is written back once a minute, not at each request. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final SessionSettings settings;
    private final Clock clock;
    private final JsonMapper json;

    Sessions(StringRedisTemplate redis, SessionSettings settings, Clock clock, JsonMapper json) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /** A session under the name by which its person ends it; the name lets nobody in. */
    record Named(String id, Session session) {}

    /** @throws SessionsAway if Redis is, as do all methods */
    Token open(Account account, String address) {
        return asking(() -> {
            List<Named> there = named(account);
            there.stream().limit(Math.max(0, there.size() - settings.most() + 1)).forEach(old -> end(account, old.id()));
            Token token = Token.random();
            Instant now = clock.instant();
            Session session = new Session(account.id(), account.epoch(), now, now, address);
            redis.opsForValue().set(SESSION + token.hash(), json.writeValueAsString(session), settings.idle());
            redis.opsForSet().add(OF_ACCOUNT + account.id(), token.hash());
            redis.expire(OF_ACCOUNT + account.id(), settings.longest());
            return token;
        });
    }

    /** The session of a token if it has not ended by time; using it prolongs it. */
    public Optional<Session> use(Token token) {
        return asking(() -> {
            String key = SESSION + token.hash();
            Instant now = clock.instant();
            Optional<Session> session = read(redis.opsForValue().get(key)).filter(this::lives);
            session.filter(used -> used.seenAt().plus(SEEN_EVERY).isBefore(now)).ifPresent(used -> {
                // Only if it is still there: it may be ended at this very moment.
                redis.opsForValue().setIfPresent(key, json.writeValueAsString(used.seen(now)), settings.idle());
            });
            return session;
        });
    }

    /** Those of an account that have not ended, the oldest first. */
    List<Named> of(Account account) {
        return asking(() -> named(account));
    }

    void end(Account account, Token token) {
        end(account, id(token.hash()));
    }

    /** @return false if the account has no session of that name */
    boolean end(Account account, String id) {
        return asking(() -> {
            List<String> hashes = hashes(account).filter(hash -> id(hash).equals(id)).toList();
            hashes.forEach(hash -> {
                redis.delete(SESSION + hash);
                redis.opsForSet().remove(OF_ACCOUNT + account.id(), hash);
            });
            return !hashes.isEmpty();
        });
    }

    static String id(Token token) {
        return id(token.hash());
    }

    private List<Named> named(Account account) {
        return hashes(account)
                .flatMap(hash -> named(account, hash).stream())
                .sorted(Comparator.comparing(named -> named.session().openedAt()))
                .toList();
    }

    private Optional<Named> named(Account account, String hash) {
        Optional<Named> found = read(redis.opsForValue().get(SESSION + hash))
                .filter(session -> lives(session) && session.epoch() == account.epoch())
                .map(session -> new Named(id(hash), session));
        if (found.isEmpty()) {
            redis.opsForSet().remove(OF_ACCOUNT + account.id(), hash);
        }
        return found;
    }

    private Stream<String> hashes(Account account) {
        Set<String> hashes = redis.opsForSet().members(OF_ACCOUNT + account.id());
        return hashes == null ? Stream.of() : hashes.stream();
    }

    private boolean lives(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.seenAt().plus(settings.idle()))
                && now.isBefore(session.openedAt().plus(settings.longest()));
    }

    private Optional<Session> read(String kept) {
        return Optional.ofNullable(kept).map(text -> json.readValue(text, Session.class));
    }

    private static String id(String hash) {
        return hash.substring(0, ID_LENGTH);
    }

    private static <T> T asking(Supplier<T> command) {
        try {
            return command.get();
        } catch (DataAccessException | RedisException e) {
            throw new SessionsAway(e);
        }
    }
}
