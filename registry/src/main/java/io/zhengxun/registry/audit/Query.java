package io.zhengxun.registry.audit;

import java.time.Instant;

/**
 * One query for a certificate, as the trail keeps it: masked values and keyed hashes only (Q6).
 *
 * @param channel where it was asked
 * @param askerHash keyed hash (16 bytes) of who asked
 * @param target keyed hashes of what was asked for
 * @param outcome what came of it
 */
public record Query(
        Instant askedAt,
        Channel channel,
        byte[] askerHash,
        Target target,
        Masked masked,
        Outcome outcome) {

    public enum Channel {
        WECHAT,
        /** Staff, through the API. */
        STAFF
    }

    public enum Outcome {
        FOUND,
        PROGRESS,
        SUSPENDED,
        NOT_FOUND
    }

    /**
     * Keyed hashes (16 bytes) of the certificate number and the ID number, given or of the certificate found; null where
     * neither is known.
     */
    public record Target(byte[] numberHash, byte[] idHash) {}

    /** The fields asked with, masked (Q3); empty where not given. */
    public record Masked(String number, String name, String idNumber) {}
}
