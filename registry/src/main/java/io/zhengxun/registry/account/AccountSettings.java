package io.zhengxun.registry.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Figures of passwords and of log-in. G 25 asks for strong, rotated passwords and names no figures but the five.
 *
 * @param passwordAge after this a password must be changed (<i>ours</i>)
 * @param passwordLength of at least so many characters (<i>ours</i>)
 * @param passwordsKept none of the last so many may come again (G 25)
 * @param failures so many failed log-ins in a row lock (<i>ours</i>)
 * @param firstLock how long the first lock lasts; each further failure doubles it (<i>ours</i>)
 * @param longestLock no lock lasts longer (<i>ours</i>)
 * @param hashesAtOnce how many passwords are hashed at the same time: each takes 19 MB and a core for a while
 * @param hashWait how long a log-in waits for its turn
 */
@ConfigurationProperties("zhengxun.account")
public record AccountSettings(
        @DefaultValue("90d") Duration passwordAge,
        @DefaultValue("12") int passwordLength,
        @DefaultValue("5") int passwordsKept,
        @DefaultValue("5") int failures,
        @DefaultValue("1m") Duration firstLock,
        @DefaultValue("1h") Duration longestLock,
        @DefaultValue("4") int hashesAtOnce,
        @DefaultValue("10s") Duration hashWait) {

    public AccountSettings {
        if (passwordLength < 8 || passwordsKept < 1 || failures < 1 || hashesAtOnce < 1) {
            throw new IllegalArgumentException("zhengxun.account: password-length is at least 8, counts are at least 1.");
        }
        if (passwordAge.isNegative() || firstLock.isNegative() || firstLock.isZero() || longestLock.compareTo(firstLock) < 0) {
            throw new IllegalArgumentException("zhengxun.account: durations are positive, longest-lock not below first-lock.");
        }
    }

    /** How long a name is locked after that many failures in a row; zero if it is not. */
    Duration lockAfter(int failedInARow) {
        if (failedInARow < failures) {
            return Duration.ZERO;
        }
        Duration lock = firstLock;
        for (int more = failures; more < failedInARow && lock.compareTo(longestLock) < 0; more++) {
            lock = lock.multipliedBy(2);
        }
        return lock.compareTo(longestLock) > 0 ? longestLock : lock;
    }
}
