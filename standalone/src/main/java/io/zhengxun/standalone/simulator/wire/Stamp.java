package io.zhengxun.standalone.simulator.wire;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Timestamp (seconds) and nonce of one request. */
public record Stamp(String timestamp, String nonce) {

    private static final long NONCES = 10_000_000_000L;

    /** A stamp of its own for this moment. */
    public static Stamp at(Instant instant) {
        return new Stamp(Long.toString(instant.getEpochSecond()), newNonce());
    }

    public Stamp withTimeOf(Stamp other) {
        return new Stamp(other.timestamp, nonce);
    }

    public Stamp withNonceOf(Stamp other) {
        return new Stamp(timestamp, other.nonce);
    }

    private static String newNonce() {
        return Long.toString(ThreadLocalRandom.current().nextLong(NONCES));
    }
}
