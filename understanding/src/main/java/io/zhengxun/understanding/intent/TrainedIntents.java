package io.zhengxun.understanding.intent;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learnt from the phrasings.
 *
 * @param digest of the phrasings and of the way to look at them
 * @param complete the weights with the sentence model
 * @param lexical the weights without it
 */
record TrainedIntents(String digest, Weighing weighing, Weights complete, Weights lexical) {

    static final String RESOURCE = "/understanding/intents.model";

    /** Another way of writing or of looking at texts in a later version gets another one. */
    private static final int VERSION = 1;

    static TrainedIntents load() {
        try (InputStream in = TrainedIntents.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("No trained intents: run ./understand --train");
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("The trained intents cannot be read: run ./understand --train", e);
        }
    }

    static TrainedIntents read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from), 1 << 16));
        if (in.readInt() != VERSION) {
            throw new IOException("written by another version");
        }
        String digest = in.readUTF();
        float[] worth = new float[LexicalFeatures.BUCKETS];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = in.readFloat();
        }
        return new TrainedIntents(digest, new Weighing(worth), Weights.read(in), Weights.read(in));
    }

    void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(to), 1 << 16))) {
            out.writeInt(VERSION);
            out.writeUTF(digest);
            for (float worth : weighing.worth()) {
                out.writeFloat(worth);
            }
            complete.write(out);
            lexical.write(out);
        }
    }
}
