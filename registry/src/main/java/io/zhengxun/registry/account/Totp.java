package io.zhengxun.registry.account;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** One-time codes by time (RFC 6238): HMAC-SHA-1, six digits, steps of 30 s, as every authenticator application has them. */
final class Totp {

    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** A telephone's clock may be that many steps off. */
    private static final int SKEW = 1;

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The step whose code it is, among those that are valid now. */
    static Optional<Long> stepOf(byte[] secret, String typed, Instant now) {
        String code = typed == null ? "" : typed.replace(" ", "");
        if (code.length() != DIGITS) {
            return Optional.empty();
        }
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - SKEW, current + SKEW)
                .filter(step -> code(secret, step).equals(code))
                .boxed()
                .findFirst();
    }

    static String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(byte[] secret, long step) {
        HMac mac = new HMac(new SHA1Digest());
        mac.init(new KeyParameter(secret));
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(step).array(), 0, Long.BYTES);
        byte[] full = new byte[mac.getMacSize()];
        mac.doFinal(full, 0);
        int offset = full[full.length - 1] & 0xf;
        int number = ByteBuffer.wrap(full, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format("%06d", number % MODULUS);
    }

    /** As authenticator applications take it; 20 bytes are 32 characters without padding. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (byte b : secret) {
            bits = bits << 8 | b & 0xff;
            count += 8;
            while (count >= 5) {
                count -= 5;
                text.append(BASE_32.charAt((int) (bits >> count) & 0x1f));
            }
        }
        return text.toString();
    }
}
