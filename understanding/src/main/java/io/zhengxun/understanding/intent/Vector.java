package io.zhengxun.understanding.intent;

/** What the classifier sees of one message: weighted runs of characters and sounds, and the sentence's numbers if there is a model. */
record Vector(int[] buckets, float[] values, float[] sentence) {

    boolean hasSentence() {
        return sentence.length > 0;
    }
}
