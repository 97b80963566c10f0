package io.zhengxun.registry.submission;

import io.zhengxun.registry.institution.Institution;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** A file that an institution hands in: who did it, and when. */
record HandedIn(BatchFile file, byte[] digest, Institution institution, String by, Instant at) {

    static HandedIn of(BatchFile file, Institution institution, String by, Instant at) {
        return new HandedIn(file, sha256(file.content()), institution, by, at);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
