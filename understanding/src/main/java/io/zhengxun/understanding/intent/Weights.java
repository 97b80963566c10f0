package io.zhengxun.understanding.intent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What speaks for and against each intent: one number per intent and run of characters, in 8 bits, and one per intent and number of the
 * sentence model.
 */
final class Weights {

    static final int INTENTS = Intent.values().length;

    private static final int MOST = Byte.MAX_VALUE;

    private final byte[] lexical;
    private final float[] scale;
    private final float[][] sentence;
    private final float[] bias;

    private Weights(byte[] lexical, float[] scale, float[][] sentence, float[] bias) {
        this.lexical = lexical;
        this.scale = scale;
        this.sentence = sentence;
        this.bias = bias;
    }

    /**
     * @param learnt for each intent the weights of all buckets, then those of the sentence's numbers, if any, then the bias
     * @param sentenceSize 0 for the part without the sentence model
     */
    static Weights of(float[][] learnt, int sentenceSize) {
        byte[] lexical = new byte[LexicalFeatures.BUCKETS * INTENTS];
        float[] scale = new float[INTENTS];
        float[][] sentence = new float[INTENTS][sentenceSize];
        float[] bias = new float[INTENTS];
        for (int intent = 0; intent < INTENTS; intent++) {
            float[] row = learnt[intent];
            scale[intent] = largest(row) / MOST;
            for (int bucket = 0; bucket < LexicalFeatures.BUCKETS; bucket++) {
                lexical[bucket * INTENTS + intent] = (byte) Math.round(row[bucket] / scale[intent]);
            }
            System.arraycopy(row, LexicalFeatures.BUCKETS, sentence[intent], 0, sentenceSize);
            bias[intent] = row[LexicalFeatures.BUCKETS + sentenceSize];
        }
        return new Weights(lexical, scale, sentence, bias);
    }

    private static float largest(float[] row) {
        float largest = 1e-9f;
        for (int i = 0; i < LexicalFeatures.BUCKETS; i++) {
            largest = Math.max(largest, Math.abs(row[i]));
        }
        return largest;
    }

    /** How much speaks for each intent, in the order of {@link Intent}; above 0 it is rather for than against. */
    float[] decide(Vector vector) {
        float[] sums = new float[INTENTS];
        for (int i = 0; i < vector.buckets().length; i++) {
            int from = vector.buckets()[i] * INTENTS;
            for (int intent = 0; intent < INTENTS; intent++) {
                sums[intent] += vector.values()[i] * lexical[from + intent];
            }
        }
        for (int intent = 0; intent < INTENTS; intent++) {
            sums[intent] = sums[intent] * scale[intent] + bias[intent] + product(sentence[intent], vector.sentence());
        }
        return sums;
    }

    private static float product(float[] weights, float[] numbers) {
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * numbers[i];
        }
        return sum;
    }

    void write(DataOutputStream out) throws IOException {
        out.write(lexical);
        out.writeInt(sentence[0].length);
        for (int intent = 0; intent < INTENTS; intent++) {
            out.writeFloat(scale[intent]);
            out.writeFloat(bias[intent]);
            for (float weight : sentence[intent]) {
                out.writeFloat(weight);
            }
        }
    }

    static Weights read(DataInputStream in) throws IOException {
        byte[] lexical = in.readNBytes(LexicalFeatures.BUCKETS * INTENTS);
        float[][] sentence = new float[INTENTS][in.readInt()];
        float[] scale = new float[INTENTS];
        float[] bias = new float[INTENTS];
        for (int intent = 0; intent < INTENTS; intent++) {
            scale[intent] = in.readFloat();
            bias[intent] = in.readFloat();
            for (int i = 0; i < sentence[intent].length; i++) {
                sentence[intent][i] = in.readFloat();
            }
        }
        return new Weights(lexical, scale, sentence, bias);
    }
}
