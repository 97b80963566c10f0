package io.zhengxun.registry.subscription;

import java.time.Instant;

/**
 * A person waits for the outcome of one certificate.
 *
 * @param openId in the official account; null once it was forgotten
 * @param endedAt null while the person waits
 */
public record HolderSubscription(
        long id, long certificateId, String openId, State state, Instant askedAt, Instant endedAt) {

    public enum State {
        OPEN,
        /** The certificate is published, and that is queued to be told. */
        TOLD,
        /** By the person. */
        CANCELLED,
        /** There is nothing to wait for any more: the certificate is gone. */
        OBSOLETE,
        /** The person left or withdrew: nothing is known of who it was (PIPL 47). */
        FORGOTTEN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    @Override
    public String toString() {
        return "HolderSubscription[" + id + ", " + state + "]";
    }
}
