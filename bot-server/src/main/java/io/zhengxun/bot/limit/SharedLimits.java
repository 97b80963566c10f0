package io.zhengxun.bot.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.stereotype.Component;

/**
 * Limits in Redis. A permit with n targets costs 3 + 2n commands in 4 waits: the locks (one MGET) while the user's bucket is read
 * and written, then the targets' buckets side by side. The user comes first, so that one who may not ask cannot use up what
 * others may ask about an identity.
 */
@Component
class SharedLimits {

    private static final Duration TIMEOUT = Duration.ofMillis(600);

    private final SharedBuckets buckets;
    private final SharedLocks locks;
    private final LimitSettings settings;
    private final Clock clock;

    SharedLimits(SharedBuckets buckets, SharedLocks locks, LimitSettings settings, Clock clock) {
        this.buckets = buckets;
        this.locks = locks;
        this.settings = settings;
        this.clock = clock;
    }

    Permit permit(String user, List<String> targets) {
        CompletableFuture<ConsumptionProbe> own = buckets.take("user", user, settings.user());
        Permit unlocked = unlocked(user, targets);
        if (!unlocked.allowed()) {
            return unlocked;
        }
        Duration wait = wait(own);
        if (!wait.isZero()) {
            return new Permit(Permit.Reason.USER_BUSY, wait);
        }
        List<CompletableFuture<ConsumptionProbe>> asked = new ArrayList<>();
        targets.forEach(target -> asked.add(buckets.take("identity", target, settings.identity())));
        Duration longest = asked.stream().map(SharedLimits::wait).max(Duration::compareTo).orElse(Duration.ZERO);
        return longest.isZero() ? Permit.ALLOWED : new Permit(Permit.Reason.IDENTITY_BUSY, longest);
    }

    boolean mismatched(String user, List<String> targets) {
        Instant now = clock.instant();
        locks.missed("user", user, String.join(",", targets), now);
        targets.forEach(target -> locks.missed("identity", target, user, now));
        return true;
    }

    boolean matched(String user, List<String> targets) {
        locks.forgive("user", user, targets);
        targets.forEach(target -> locks.forgive("identity", target, List.of(user)));
        return true;
    }

    Duration refused(String address) {
        return wait(buckets.take("address", address, settings.address()));
    }

    private Permit unlocked(String user, List<String> targets) {
        List<Duration> left = locks.left(user, targets, clock.instant());
        if (!left.get(0).isZero()) {
            return new Permit(Permit.Reason.USER_LOCKED, left.get(0));
        }
        Duration longest = left.stream().max(Duration::compareTo).orElseThrow();
        return longest.isZero() ? Permit.ALLOWED : new Permit(Permit.Reason.IDENTITY_LOCKED, longest);
    }

    private static Duration wait(CompletableFuture<ConsumptionProbe> asked) {
        try {
            ConsumptionProbe probe = asked.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("a limit in Redis took too long", e);
        } catch (ExecutionException e) {
            throw new RedisSystemException("a limit in Redis failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("interrupted while waiting for a limit in Redis", e);
        }
    }
}
