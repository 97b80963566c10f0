package io.zhengxun.bot.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.zhengxun.bot.limit.LimitSettings.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Limits of one instance on its own, half of the shared ones, for as long as Redis is away (Q5). */
@Component
class LocalLimits {

    private static final int MOST_SUBJECTS = 50_000;
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Clock clock;
    private final LoadingCache<String, Bucket> users;
    private final LoadingCache<String, Bucket> identities;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, LocalLock> locks;

    LocalLimits(LimitSettings shared, Clock clock) {
        this.clock = clock;
        LimitSettings settings = shared.halved();
        users = remembering(id -> bucket(settings.user()));
        identities = remembering(id -> bucket(settings.identity()));
        addresses = remembering(id -> bucket(settings.address()));
        locks = remembering(id -> new LocalLock(settings.mismatches()));
    }

    Permit permit(String user, List<String> targets) {
        Instant now = clock.instant();
        Duration lock = locks.get(userLock(user)).left(now);
        if (!lock.isZero()) {
            return new Permit(Permit.Reason.USER_LOCKED, lock);
        }
        Duration longest = longest(targets, target -> locks.get(identityLock(target)).left(now));
        if (!longest.isZero()) {
            return new Permit(Permit.Reason.IDENTITY_LOCKED, longest);
        }
        Duration wait = wait(users.get(user));
        if (!wait.isZero()) {
            return new Permit(Permit.Reason.USER_BUSY, wait);
        }
        longest = longest(targets, target -> wait(identities.get(target)));
        return longest.isZero() ? Permit.ALLOWED : new Permit(Permit.Reason.IDENTITY_BUSY, longest);
    }

    boolean mismatched(String user, List<String> targets) {
        Instant now = clock.instant();
        locks.get(userLock(user)).missed(targets, now);
        targets.forEach(target -> locks.get(identityLock(target)).missed(List.of(user), now));
        return true;
    }

    boolean matched(String user, List<String> targets) {
        locks.get(userLock(user)).forgive(targets);
        targets.forEach(target -> locks.get(identityLock(target)).forgive(List.of(user)));
        return true;
    }

    Duration refused(String address) {
        return wait(addresses.get(address));
    }

    private Bucket bucket(List<Rate> rates) {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(SharedBuckets.meter(clock));
        rates.forEach(rate -> bucket.addLimit(SharedBuckets.bandwidth(rate)));
        return bucket.build();
    }

    private static <V> LoadingCache<String, V> remembering(Function<String, V> fresh) {
        return Caffeine.newBuilder().maximumSize(MOST_SUBJECTS).expireAfterAccess(REMEMBERED).build(fresh::apply);
    }

    private static Duration longest(List<String> targets, Function<String, Duration> wait) {
        return targets.stream().map(wait).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Duration wait(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private static String userLock(String user) {
        return "user:" + user;
    }

    private static String identityLock(String target) {
        return "identity:" + target;
    }
}
