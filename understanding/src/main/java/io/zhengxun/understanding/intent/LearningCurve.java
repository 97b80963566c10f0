package io.zhengxun.understanding.intent;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How well fewer phrasings would do, and so what more of them would still buy: on questions that have not been learnt, and on the
 * phrasings themselves, each fifth judged by what was learnt from the other four. Takes about five minutes.
 */
public final class LearningCurve {

    private static final double[] SHARES = {0.125, 0.25, 0.5, 0.75, 1};
    private static final int FOLDS = 5;
    private static final int SEED = 20261124;

    private record Learnt(Weighing weighing, Weights weights) {

        static Learnt of(List<TrainingIntents.Read> phrasings) {
            Weighing weighing = TrainingIntents.weighing(phrasings);
            return new Learnt(weighing, Training.learn(TrainingIntents.examples(phrasings, weighing), true));
        }

        List<Guess> guess(TrainingIntents.Read question) {
            return IntentFinder.guesses(weights.decide(weighing.vector(question.text(), question.sentence())));
        }
    }

    private static final class Tally {

        private int questions;
        private int right;
        private int amongTwo;

        void add(List<TrainingIntents.Read> judged, Learnt by) {
            for (TrainingIntents.Read one : judged) {
                List<Guess> guesses = by.guess(one);
                Intent meant = one.question().intent();
                questions++;
                right += guesses.get(0).intent() == meant ? 1 : 0;
                amongTwo += guesses.get(0).intent() == meant || guesses.get(1).intent() == meant ? 1 : 0;
            }
        }

        @Override
        public String toString() {
            return "%.1f %% (%.1f %%)".formatted(100.0 * right / questions, 100.0 * amongTwo / questions);
        }
    }

    private LearningCurve() {}

    /** @throws SentenceModelMissing when this machine cannot run the sentence model */
    public static void print(Path phrasings, List<Question> questions, PrintStream out) {
        try (SentenceModel sentences = SentenceModel.load(Runtime.getRuntime().availableProcessors())) {
            List<TrainingIntents.Read> all = mixed(TrainingIntents.read(Phrasings.read(phrasings), sentences));
            List<TrainingIntents.Read> asked = TrainingIntents.read(questions, sentences);
            out.printf("right (right one among two)%n%10s  %-20s  %s%n", "phrasings",
                    asked.size() + " questions", "cross-validation");
            for (double share : SHARES) {
                List<TrainingIntents.Read> some = all.subList(0, (int) (all.size() * share));
                Tally tally = new Tally();
                tally.add(asked, Learnt.of(some));
                out.printf("%10d  %-20s  %s%n", some.size(), tally, crossValidated(some));
                out.flush();
            }
        }
    }

    private static Tally crossValidated(List<TrainingIntents.Read> phrasings) {
        Tally tally = new Tally();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<TrainingIntents.Read> others = every(phrasings, i -> i % FOLDS != held);
            tally.add(every(phrasings, i -> i % FOLDS == held), Learnt.of(others));
        }
        return tally;
    }

    private static List<TrainingIntents.Read> every(List<TrainingIntents.Read> phrasings, IntPredicate which) {
        return IntStream.range(0, phrasings.size()).filter(which).mapToObj(phrasings::get).toList();
    }

    /** In an order in which each beginning holds each intent in the same share, and chance decides which of its phrasings. */
    private static List<TrainingIntents.Read> mixed(List<TrainingIntents.Read> phrasings) {
        Map<Intent, List<TrainingIntents.Read>> byIntent = new LinkedHashMap<>();
        phrasings.forEach(phrasing ->
                byIntent.computeIfAbsent(phrasing.question().intent(), intent -> new ArrayList<>()).add(phrasing));
        Random random = new Random(SEED);
        Map<TrainingIntents.Read, Double> places = new IdentityHashMap<>();
        byIntent.values().forEach(of -> {
            Collections.shuffle(of, random);
            IntStream.range(0, of.size()).forEach(i -> places.put(of.get(i), (i + 0.5) / of.size()));
        });
        return phrasings.stream().sorted(Comparator.comparing(places::get)).toList();
    }
}
