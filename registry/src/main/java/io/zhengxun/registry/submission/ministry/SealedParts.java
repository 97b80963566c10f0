package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.privacy.Vault;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Takes a file as it is written and stores it in sealed parts: it holds names and ID numbers (Q6), and is never in
 * memory as a whole.
 */
final class SealedParts extends OutputStream {

    private static final int PART_BYTES = 1 << 20;

    private final MessageDigest digest = sha256();
    private final byte[] part = new byte[PART_BYTES];
    private final Vault vault;
    private final Storing storing;
    private int filled;
    private int partNo;

    /** Stores one sealed part. */
    interface Storing {
        void store(int partNo, byte[] sealed);
    }

    SealedParts(Vault vault, Storing storing) {
        this.vault = vault;
        this.storing = storing;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        int next = from;
        while (next < from + length) {
            int taken = Math.min(PART_BYTES - filled, from + length - next);
            System.arraycopy(bytes, next, part, filled, taken);
            filled += taken;
            next += taken;
            if (filled == PART_BYTES) {
                storePart();
            }
        }
    }

    private void storePart() {
        storing.store(partNo++, vault.seal(Arrays.copyOf(part, filled)));
        filled = 0;
    }

    /** Stores what is left; answers the digest of all that was written (SHA-256). */
    byte[] end() {
        if (filled > 0) {
            storePart();
        }
        return digest.digest();
    }
}
