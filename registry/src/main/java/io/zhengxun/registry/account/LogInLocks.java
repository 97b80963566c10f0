package io.zhengxun.registry.account;

import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Counts log-ins by the name that was typed, in the database, over all instances. Each counts as failed before the
 * password is looked at, so that many at once do not get more tries than one after the other; a success forgets them.
 */
@Component
class LogInLocks {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final int RACES = 20;

    private final LogInLockMapper mapper;
    private final Vault vault;
    private final AccountSettings settings;
    private final Clock clock;

    LogInLocks(LogInLockMapper mapper, Vault vault, AccountSettings settings, Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param lockedUntil null if it is not locked */
    record Lock(int failures, Instant lockedUntil) {

        static final Lock NONE = new Lock(0, null);
    }

    /**
     * Counts one more try.
     *
     * @return whether the name is locked if this try fails
     * @throws LogInLocked if it is locked now
     */
    boolean count(String username) {
        byte[] key = key(username);
        for (int race = 0; race < RACES; race++) {
            Instant now = clock.instant();
            Lock lock = mapper.find(key);
            if (lock == null) {
                mapper.forgetOld(now.minus(FORGOTTEN_AFTER));
                mapper.insert(key, now);
                lock = Lock.NONE;
            }
            if (lock.lockedUntil() != null && lock.lockedUntil().isAfter(now)) {
                throw new LogInLocked(Duration.between(now, lock.lockedUntil()));
            }
            Duration next = settings.lockAfter(lock.failures() + 1);
            Instant until = next.isZero() ? null : now.plus(next);
            if (mapper.count(key, lock.failures(), until, now) == 1) {
                return until != null;
            }
        }
        throw new LogInLocked(settings.firstLock());
    }

    void forget(String username) {
        mapper.forget(key(username));
    }

    /** People type passwords into the wrong field: what was typed is not kept. */
    private byte[] key(String username) {
        return vault.fingerprint("log-in", username.strip().toLowerCase(Locale.ROOT));
    }
}
