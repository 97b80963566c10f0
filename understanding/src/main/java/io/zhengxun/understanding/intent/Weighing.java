package io.zhengxun.understanding.intent;

import java.util.Arrays;
import java.util.Collection;

/** What each run of characters is worth: rare ones more than common ones; and each kind of run counts for 1 in all. */
final class Weighing {

    private final float[] worth;

    Weighing(float[] worth) {
        this.worth = worth;
    }

    static Weighing learn(Collection<Spelling.Spelled> texts) {
        int[] seen = new int[LexicalFeatures.BUCKETS];
        for (Spelling.Spelled text : texts) {
            for (LexicalFeatures.Kind kind : LexicalFeatures.Kind.values()) {
                for (int bucket : LexicalFeatures.of(kind, text).buckets()) {
                    seen[bucket]++;
                }
            }
        }
        float[] worth = new float[LexicalFeatures.BUCKETS];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = (float) (Math.log((1.0 + texts.size()) / (1.0 + seen[i])) + 1);
        }
        return new Weighing(worth);
    }

    /** The buckets of all kinds in rising order; a bucket that two kinds share holds the sum. */
    Vector vector(Spelling.Spelled text, float[] sentence) {
        int[] buckets = {};
        float[] values = {};
        for (LexicalFeatures.Kind kind : LexicalFeatures.Kind.values()) {
            LexicalFeatures.Counts counts = LexicalFeatures.of(kind, text);
            float[] weighted = weighted(counts);
            int[] both = new int[buckets.length + weighted.length];
            float[] merged = new float[both.length];
            int size = merge(buckets, values, counts.buckets(), weighted, both, merged);
            buckets = Arrays.copyOf(both, size);
            values = Arrays.copyOf(merged, size);
        }
        return new Vector(buckets, values, sentence);
    }

    float[] worth() {
        return worth;
    }

    private float[] weighted(LexicalFeatures.Counts counts) {
        float[] values = new float[counts.buckets().length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = counts.amounts()[i] * worth[counts.buckets()[i]];
            sum += values[i] * values[i];
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return values;
    }

    private static int merge(int[] a, float[] av, int[] b, float[] bv, int[] to, float[] tov) {
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean fromA = j == b.length || i < a.length && a[i] <= b[j];
            int bucket = fromA ? a[i] : b[j];
            float value = fromA ? av[i++] : bv[j++];
            if (size > 0 && to[size - 1] == bucket) {
                tov[size - 1] += value;
            } else {
                to[size] = bucket;
                tov[size++] = value;
            }
        }
        return size;
    }
}
