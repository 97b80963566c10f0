package io.zhengxun.understanding.intent;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Runs of one to four characters and of one to four sounds, hashed into a fixed number of buckets. What stands for a run is how often
 * it comes, damped; what it is worth is learnt ({@link TrainedIntents}).
 */
final class LexicalFeatures {

    static final int BUCKETS = 1 << 18;

    /** Each kind of run has the same weight in sum: otherwise long texts would be judged by their sounds alone. */
    enum Kind {
        AS_TYPED,
        STANDARD,
        SOUND
    }

    /** Buckets in rising order and how much each holds. */
    record Counts(int[] buckets, float[] amounts) {}

    private static final int LONGEST_RUN = 4;
    private static final int FNV_START = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private LexicalFeatures() {}

    static Counts of(Kind kind, Spelling.Spelled text) {
        return switch (kind) {
            case AS_TYPED -> characters(kind, text.levelled());
            case STANDARD -> characters(kind, text.standard());
            case SOUND -> sounds(kind, text.sounds());
        };
    }

    private static Counts characters(Kind kind, String text) {
        return runs(kind, text.length(), i -> String.valueOf(text.charAt(i)));
    }

    private static Counts sounds(Kind kind, List<String> sounds) {
        return runs(kind, sounds.size(), sounds::get);
    }

    private static Counts runs(Kind kind, int length, IntFunction<String> unit) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int from = 0; from < length; from++) {
            int hash = FNV_START ^ kind.ordinal();
            for (int to = from; to < Math.min(length, from + LONGEST_RUN); to++) {
                hash = hashed(hash, unit.apply(to));
                counts.merge(spread(hash), 1, Integer::sum);
            }
        }
        int[] buckets = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] amounts = new float[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            amounts[i] = (float) (1 + Math.log(counts.get(buckets[i])));
        }
        return new Counts(buckets, amounts);
    }

    private static int hashed(int hash, String unit) {
        int next = hash;
        for (byte b : unit.getBytes(StandardCharsets.UTF_8)) {
            next = (next ^ (b & 0xFF)) * FNV_PRIME;
        }
        return (next ^ 0xFF) * FNV_PRIME;
    }

    /** FNV's low bits are poor for short texts. */
    private static int spread(int hash) {
        int mixed = hash;
        mixed ^= mixed >>> 16;
        mixed *= 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        return mixed >>> 1 & BUCKETS - 1;
    }
}
