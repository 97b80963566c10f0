package io.zhengxun.registry.audit;

import java.util.HexFormat;

/**
 * The end of a chain as a verification found it. Kept outside of the database, it shows later that the chain was not set
 * back to an older state, end and all.
 *
 * @param hash in hexadecimal
 */
public record NotedEnd(int chain, long seq, String hash) {

    static NotedEnd of(Head head) {
        return new NotedEnd(head.chain(), head.seq(), HexFormat.of().formatHex(head.hash()));
    }

    boolean isOf(byte[] found) {
        return HexFormat.of().formatHex(found).equals(hash);
    }
}
