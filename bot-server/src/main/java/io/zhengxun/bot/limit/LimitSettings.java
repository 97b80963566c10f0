package io.zhengxun.bot.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often one may ask (Q5). Several rates apply together: a short one against bursts, a long one against patience.
 *
 * @param user per follower
 * @param identity per certificate or ID number asked for, by whomever, successes counted too
 * @param address refused callbacks per network address
 * @param mismatches when and for how long wrong guesses lock
 */
@ConfigurationProperties("zhengxun.limits")
record LimitSettings(List<Rate> user, List<Rate> identity, List<Rate> address, Mismatches mismatches) {

    LimitSettings {
        requireSome(user, "zhengxun.limits.user");
        requireSome(identity, "zhengxun.limits.identity");
        requireSome(address, "zhengxun.limits.address");
        if (mismatches == null) {
            throw new IllegalArgumentException("zhengxun.limits.mismatches is missing.");
        }
    }

    private static void requireSome(List<Rate> rates, String setting) {
        if (rates == null || rates.isEmpty()) {
            throw new IllegalArgumentException(setting + " needs at least one rate: no limit is no choice (Q5).");
        }
    }

    /** The stricter rates of an instance that cannot see the others: half of everything. */
    LimitSettings halved() {
        return new LimitSettings(halved(user), halved(identity), halved(address), mismatches.halved());
    }

    private static List<Rate> halved(List<Rate> rates) {
        return rates.stream().map(rate -> new Rate(Math.max(1, rate.times() / 2), rate.per())).toList();
    }

    /** So many times in any such period; a used one comes back after its share of the period. */
    record Rate(long times, Duration per) {

        Rate {
            if (times < 1 || per == null || per.isNegative() || per.isZero()) {
                throw new IllegalArgumentException("A rate under zhengxun.limits needs times and per above zero.");
            }
        }
    }

    /**
     * @param threshold so many mismatches within the time lock
     * @param locks how long the first, second, … lock lasts; the last one repeats
     * @param forgottenAfter this long after a lock's end the next one is a first one again
     */
    record Mismatches(int threshold, Duration within, List<Duration> locks, Duration forgottenAfter) {

        Mismatches {
            if (threshold < 1 || within == null || locks == null || locks.isEmpty() || forgottenAfter == null) {
                throw new IllegalArgumentException("zhengxun.limits.mismatches is incomplete.");
            }
        }

        Mismatches halved() {
            return new Mismatches(Math.max(1, threshold / 2), within, locks, forgottenAfter);
        }

        /** @param count how many locks there were before this one */
        Duration lock(int count) {
            return locks.get(Math.min(count, locks.size() - 1));
        }
    }
}
