package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.request.RequestKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A file that an institution hands in: who did it, when, and what it answers.
 *
 * @param issuance that it answers (T3); null for a correction
 * @param key by which a repeated request is known, or null
 */
record HandedIn(
        BatchFile file,
        byte[] digest,
        Institution institution,
        Issuance issuance,
        Staff by,
        RequestKey key,
        Instant at) {

    HandedIn(BatchFile file, Institution institution, Issuance issuance, Staff by, RequestKey key, Instant at) {
        this(file, sha256(file.content()), institution, issuance, by, whole(key, file, issuance), at);
    }

    /** Another file, or the same one for another issuance, is another request. */
    private static RequestKey whole(RequestKey key, BatchFile file, Issuance issuance) {
        if (key == null) {
            return null;
        }
        RequestKey ofFile = key.with(sha256(file.content()));
        return issuance == null ? ofFile : ofFile.with(issuance.number().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
