package io.zhengxun.registry.request;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * A key that a client chose for one request, so that it may repeat it without acting twice.
 *
 * @param username whose key it is: keys of different accounts never meet
 * @param key 1 to 100 visible ASCII characters
 * @param digest of the request, by which another request under the same key is recognised
 */
public record RequestKey(String username, String key, byte[] digest) {

    private static final int LONGEST = 100;

    /** @throws UnusableRequestKey if it is empty, too long, or has other characters */
    public RequestKey {
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new UnusableRequestKey(LONGEST);
        }
    }

    /** The same key for a request to which this belongs too, e.g. the digest of an uploaded file. */
    public RequestKey with(byte[] more) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(ByteBuffer.allocate(Integer.BYTES).putInt(digest.length).array(), 0, Integer.BYTES);
        sm3.update(digest, 0, digest.length);
        sm3.update(more, 0, more.length);
        byte[] both = new byte[sm3.getDigestSize()];
        sm3.doFinal(both, 0);
        return new RequestKey(username, key, both);
    }

    @Override
    public String toString() {
        return "RequestKey[" + username + ", " + key + "]";
    }
}
