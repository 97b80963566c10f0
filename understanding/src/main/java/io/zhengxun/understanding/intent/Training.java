package io.zhengxun.understanding.intent;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns the weights: one linear support vector machine per intent against all others, by LIBLINEAR. The same examples give the same
 * weights.
 */
final class Training {

    /** How much a wrongly judged example costs against large weights; chosen on the development set. */
    private static final double COST = 0.5;

    /** The sentence's numbers against the runs of characters; chosen on the development set. */
    static final float SENTENCE_SCALE = 0.7f;

    private static final double PRECISE = 0.01;
    private static final int SEED = 20261123;

    private Training() {}

    record Example(Intent intent, Vector vector) {}

    static Weights learn(List<Example> examples, boolean withSentence) {
        int sentenceSize = withSentence ? SentenceModel.SIZE : 0;
        Feature[][] features = examples.stream()
                .map(example -> features(example.vector(), withSentence))
                .toArray(Feature[][]::new);
        float[][] learnt = new float[Weights.INTENTS][];
        Linear.disableDebugOutput();
        IntStream.range(0, learnt.length)
                .parallel()
                .forEach(intent -> learnt[intent] = learnOne(examples, features, Intent.values()[intent], sentenceSize));
        return Weights.of(learnt, sentenceSize);
    }

    private static float[] learnOne(List<Example> examples, Feature[][] features, Intent intent, int sentenceSize) {
        Problem problem = new Problem();
        problem.l = features.length;
        problem.n = LexicalFeatures.BUCKETS + sentenceSize + 1;
        problem.x = features;
        problem.y = examples.stream().mapToDouble(example -> example.intent() == intent ? 1 : -1).toArray();
        problem.bias = -1;
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, PRECISE);
        parameter.setRandom(new Random(SEED));
        return row(Linear.train(problem, parameter), problem.n);
    }

    private static float[] row(Model model, int size) {
        double[] weights = model.getFeatureWeights();
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        float[] row = new float[size];
        for (int i = 0; i < size; i++) {
            row[i] = (float) (sign * weights[i]);
        }
        for (int i = LexicalFeatures.BUCKETS; i < size - 1; i++) {
            row[i] *= SENTENCE_SCALE;
        }
        return row;
    }

    /** LIBLINEAR counts from 1; the last one is the constant that makes the bias. */
    private static Feature[] features(Vector vector, boolean withSentence) {
        int lexical = vector.buckets().length;
        int sentence = withSentence ? vector.sentence().length : 0;
        Feature[] features = new Feature[lexical + sentence + 1];
        for (int i = 0; i < lexical; i++) {
            features[i] = new FeatureNode(vector.buckets()[i] + 1, vector.values()[i]);
        }
        for (int i = 0; i < sentence; i++) {
            features[lexical + i] =
                    new FeatureNode(LexicalFeatures.BUCKETS + i + 1, SENTENCE_SCALE * vector.sentence()[i]);
        }
        features[lexical + sentence] =
                new FeatureNode(LexicalFeatures.BUCKETS + (withSentence ? SentenceModel.SIZE : 0) + 1, 1);
        return features;
    }
}
