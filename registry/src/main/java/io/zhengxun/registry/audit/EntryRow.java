package io.zhengxun.registry.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * An entry as it is stored. Nothing is parsed here, not even enums: a row that somebody changed must still be readable
 * to be named.
 *
 * @param id its key for paging; null until it is stored
 * @param hash over everything else but the id; null until it is linked
 */
record EntryRow(
        Long id,
        int chain,
        long seq,
        Instant at,
        String username,
        String name,
        String role,
        String address,
        String act,
        String subjectKind,
        String subjectKey,
        String beforeValues,
        String afterValues,
        byte[] previousHash,
        byte[] hash) {

    static final int HASH_BYTES = 32;
    /** Another form of the hashed bytes would get another version, so that no bytes ever mean two things. */
    private static final String VERSION = "zhengxun-audit-1";

    static EntryRow of(Deed deed, Instant at) {
        Actor actor = deed.actor();
        return new EntryRow(
                null, 0, 0, at, actor.username(), actor.name(), actor.role(), actor.address(), deed.act(),
                deed.subject().kind().name(), deed.subject().key(), Values.json(deed.before()),
                Values.json(deed.after()), null, null);
    }

    /** The same content as the next entry of a chain. */
    EntryRow following(Head head) {
        EntryRow linked = at(head.chain(), head.seq() + 1, head.hash(), null);
        return at(head.chain(), head.seq() + 1, head.hash(), linked.computedHash());
    }

    private EntryRow at(int inChain, long withSeq, byte[] after, byte[] withHash) {
        return new EntryRow(
                id, inChain, withSeq, at, username, name, role, address, act, subjectKind, subjectKey, beforeValues,
                afterValues, after, withHash);
    }

    /** Whether the stored hash is the one of what is stored. */
    boolean unaltered() {
        return Arrays.equals(hash, computedHash());
    }

    boolean follows(byte[] before) {
        return Arrays.equals(previousHash, before);
    }

    /** SM3 over all fields, each with its length in front: no two entries have the same bytes. */
    private byte[] computedHash() {
        SM3Digest digest = new SM3Digest();
        byte[] numbers = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(chain)
                .putLong(seq)
                .putLong(at.toEpochMilli())
                .array();
        update(digest, VERSION.getBytes(StandardCharsets.US_ASCII));
        update(digest, numbers);
        for (String text : List.of(
                username, name, role, address, act, subjectKind, subjectKey, beforeValues, afterValues)) {
            update(digest, text.getBytes(StandardCharsets.UTF_8));
        }
        update(digest, previousHash);
        byte[] computed = new byte[HASH_BYTES];
        digest.doFinal(computed, 0);
        return computed;
    }

    private static void update(SM3Digest digest, byte[] field) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array(), 0, Integer.BYTES);
        digest.update(field, 0, field.length);
    }

    /** Without the content: it names people. */
    @Override
    public String toString() {
        return "EntryRow[" + chain + "/" + seq + "]";
    }
}
