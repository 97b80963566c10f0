package io.zhengxun.bot.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * How often a network address may knock in vain (Q5). Only refused callbacks count: a push that verifies comes from one of
 * WeChat's own addresses, which say nothing about who wrote the message.
 */
@Component
public class AddressLimits {

    private static final int MOST_ADDRESSES = 10_000;

    private final RedisGate gate;
    private final SharedLimits shared;
    private final LocalLimits local;
    private final Vault vault;
    private final Clock clock;

    /** Known here until when: a flood costs Redis nothing. */
    private final Cache<String, Instant> impatient = Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();

    AddressLimits(RedisGate gate, SharedLimits shared, LocalLimits local, Vault vault, Clock clock) {
        this.gate = gate;
        this.shared = shared;
        this.local = local;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Counts a refused request.
     *
     * @return how long the address should stay away; zero while it is within its limit
     */
    public Duration refused(String address) {
        String network = network(address);
        Instant now = clock.instant();
        Instant until = impatient.getIfPresent(network);
        if (until != null && now.isBefore(until)) {
            return Duration.between(now, until);
        }
        String id = HexFormat.of().formatHex(vault.fingerprint("limit-address", network));
        Duration wait = gate.ask(() -> shared.refused(id)).orElseGet(() -> local.refused(id));
        if (!wait.isZero()) {
            impatient.put(network, now.plus(wait));
        }
        return wait;
    }

    /** One IPv6 customer has a whole /64: the first four groups stand for it. */
    private static String network(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        String[] groups = address.split("%")[0].split(":");
        return String.join(":", Arrays.copyOf(groups, Math.min(4, groups.length)));
    }
}
