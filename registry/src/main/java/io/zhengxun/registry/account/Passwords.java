package io.zhengxun.registry.account;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MB, two passes, one lane: the least that OWASP recommends), only few at once, so
 * that a flood of log-ins takes neither all memory nor all cores.
 */
@Component
class Passwords {

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore seats;
    private final AccountSettings settings;
    /** Of a password that nobody knows: an unknown username costs the same time. */
    private final String nobodys;

    Passwords(AccountSettings settings) {
        this.settings = settings;
        this.seats = new Semaphore(settings.hashesAtOnce(), true);
        this.nobodys = argon2.encode(InitialPassword.random());
    }

    String nobodys() {
        return nobodys;
    }

    String hash(String password) {
        return seated(() -> argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return seated(() -> argon2.matches(password, hash));
    }

    /** Whether it is one of those; looks at all of them. */
    boolean matchesAny(String password, List<String> hashes) {
        return hashes.stream().filter(hash -> matches(password, hash)).count() > 0;
    }

    /** @throws LogInsBusy if none gets free within the time that is allowed */
    private <T> T seated(Supplier<T> work) {
        try {
            if (!seats.tryAcquire(settings.hashWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogInsBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogInsBusy();
        }
        try {
            return work.get();
        } finally {
            seats.release();
        }
    }
}
