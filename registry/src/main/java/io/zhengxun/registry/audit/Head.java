package io.zhengxun.registry.audit;

import io.zhengxun.registry.privacy.Vault;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The end of a chain.
 *
 * @param seq of the last entry; 0 if there is none
 * @param hash of the last entry; zeros if there is none
 * @param stamp what the {@link Vault} made of the above
 */
record Head(int chain, long seq, byte[] hash, byte[] stamp) {

    private static final String LABEL = "audit-head";

    /** Where a chain begins. */
    static Head first(int chain, Vault vault) {
        return stamped(chain, 0, new byte[EntryRow.HASH_BYTES], vault);
    }

    /** The end after another entry. */
    Head movedTo(EntryRow last, Vault vault) {
        return stamped(chain, last.seq(), last.hash(), vault);
    }

    private static Head stamped(int chain, long seq, byte[] hash, Vault vault) {
        return new Head(chain, seq, hash, vault.stamp(LABEL, bytes(chain, seq, hash)));
    }

    boolean genuine(Vault vault) {
        return vault.stampFits(stamp, LABEL, bytes(chain, seq, hash));
    }

    boolean endsWith(byte[] lastHash) {
        return Arrays.equals(hash, lastHash);
    }

    private static byte[] bytes(int chain, long seq, byte[] hash) {
        return ByteBuffer.allocate(2 * Long.BYTES + hash.length)
                .putLong(chain)
                .putLong(seq)
                .put(hash)
                .array();
    }

    @Override
    public String toString() {
        return "Head[" + chain + "/" + seq + "]";
    }
}
