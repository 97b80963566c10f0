package io.zhengxun.understanding.intent;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The meaning of a sentence as numbers: bge-small-zh-v1.5 in 8 bits, run in this process. A call takes about a millisecond for 20
 * characters on one core; the calls at a time are bounded, each on one thread.
 */
final class SentenceModel implements AutoCloseable {

    /** The numbers of one sentence: those of its begin mark, and the average of all its pieces. */
    static final int SIZE = 1024;

    private static final int HIDDEN = 512;
    private static final int MOST_PIECES = 128;
    private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Semaphore permits;

    private SentenceModel(WordPieces pieces, OrtEnvironment environment, OrtSession session, int atATime) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
        this.permits = new Semaphore(atATime);
    }

    /**
     * @param atATime so many sentences at once
     * @throws SentenceModelMissing when the model or the native library cannot be loaded on this machine
     */
    static SentenceModel load(int atATime) {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(resource(MODEL), options);
            return new SentenceModel(new WordPieces(vocabulary(), MOST_PIECES), environment, session, atATime);
        } catch (OrtException | IOException | RuntimeException | LinkageError e) {
            throw new SentenceModelMissing(e);
        }
    }

    /** Both halves have the length 1. */
    float[] encode(String text) {
        long[] ids = pieces.of(text);
        permits.acquireUninterruptibly();
        try {
            return pooled(hidden(ids));
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed: " + e.getCode(), e);
        } finally {
            permits.release();
        }
    }

    private float[][] hidden(long[] ids) throws OrtException {
        long[] attention = new long[ids.length];
        Arrays.fill(attention, 1);
        try (OnnxTensor inputs = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {attention});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][ids.length]);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", inputs, "attention_mask", mask, "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0];
        }
    }

    private static float[] pooled(float[][] hidden) {
        float[] numbers = new float[SIZE];
        for (float[] piece : hidden) {
            for (int i = 0; i < HIDDEN; i++) {
                numbers[HIDDEN + i] += piece[i];
            }
        }
        System.arraycopy(hidden[0], 0, numbers, 0, HIDDEN);
        toLengthOne(numbers, 0);
        toLengthOne(numbers, HIDDEN);
        return numbers;
    }

    private static void toLengthOne(float[] numbers, int from) {
        double sum = 0;
        for (int i = from; i < from + HIDDEN; i++) {
            sum += numbers[i] * numbers[i];
        }
        float length = (float) Math.sqrt(sum);
        for (int i = from; i < from + HIDDEN; i++) {
            numbers[i] /= length;
        }
    }

    private static Map<String, Integer> vocabulary() throws IOException {
        JsonNode words = JsonMapper.shared().readTree(resource(TOKENIZER)).path("model").path("vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        words.properties().forEach(word -> vocabulary.put(word.getKey(), word.getValue().intValue()));
        return vocabulary;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SentenceModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
