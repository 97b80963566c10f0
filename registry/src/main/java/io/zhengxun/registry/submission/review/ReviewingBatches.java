package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Ordered;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.springframework.stereotype.Component;

/** One act with many batches: each in a transaction of its own, so that one refusal stops no other. */
@Component
public class ReviewingBatches {

    /** Some seconds of work: a request answers well before proxies give it up. */
    public static final int MOST = 500;

    private final ReviewingBatch reviewing;
    private final OnceOnly onceOnly;

    ReviewingBatches(ReviewingBatch reviewing, OnceOnly onceOnly) {
        this.reviewing = reviewing;
        this.onceOnly = onceOnly;
    }

    /**
     * What came of one batch.
     *
     * @param done the batch after the act; null if it was refused
     * @param refusal why nothing was done with it; null if it was
     */
    public record Outcome(String number, ReviewingBatch.Done done, Refusal refusal) {}

    /** That a key belongs to this request; what was done stands under a key for each batch. */
    record Begun(int batches) {}

    /**
     * Does the act with each batch, in the order given. A repetition under the same key, also after an interruption,
     * does what is not done yet and answers the rest as before.
     *
     * @param batches at most {@value #MOST}, each once
     * @param key of the request, or null
     * @throws FieldsRefused for no batches, too many, one twice, or a remark that cannot be kept or is missing
     */
    public List<Outcome> act(List<Ordered> batches, ReviewOrder order, Staff by, RequestKey key) {
        check(batches);
        order.facts();
        onceOnly.run(key, Begun.class, () -> new Begun(batches.size()));
        return batches.stream().map(batch -> outcome(batch, order, by, key)).toList();
    }

    private Outcome outcome(Ordered batch, ReviewOrder order, Staff by, RequestKey key) {
        try {
            return new Outcome(batch.number(), reviewing.act(batch, order, by, keyOf(batch, key)), null);
        } catch (Refusal refusal) {
            return new Outcome(batch.number(), null, refusal);
        }
    }

    private static void check(List<Ordered> batches) {
        if (batches.isEmpty() || batches.size() > MOST) {
            throw refused("batches.count", String.valueOf(MOST));
        }
        if (batches.stream().map(Ordered::number).distinct().count() < batches.size()) {
            throw refused("batches.twice");
        }
    }

    private static FieldsRefused refused(String code, String... arguments) {
        return new FieldsRefused("", List.of(FieldFlaw.of("batches", code, arguments)));
    }

    /** Of fixed length whatever the client chose. */
    private static RequestKey keyOf(Ordered batch, RequestKey key) {
        if (key == null) {
            return null;
        }
        byte[] both = (key.key() + " " + batch.number()).getBytes(StandardCharsets.UTF_8);
        SM3Digest sm3 = new SM3Digest();
        sm3.update(both, 0, both.length);
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        return new RequestKey(key.username(), name, key.digest());
    }
}
