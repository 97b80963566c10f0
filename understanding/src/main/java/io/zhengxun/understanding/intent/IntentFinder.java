package io.zhengxun.understanding.intent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a person wants, with how much certainty, and what else it might be. */
public final class IntentFinder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IntentFinder.class);
    private static final float[] NO_SENTENCE = {};

    /** How steeply what speaks for an intent becomes certainty; chosen on the development set. */
    private static final double STEEPNESS = 4.5;

    /** Added for out of scope: to offer help that does not fit costs more than to say what the bot can do. */
    private static final float OUT_OF_SCOPE_BIAS = 0.05f;

    private final Spelling spelling = new Spelling();
    private final TrainedIntents trained;
    private final Optional<SentenceModel> sentences;
    private volatile TaughtIntents taught = TaughtIntents.NONE;

    /** Read when somebody asks why for the first time. */
    private volatile List<Question> builtIn;

    IntentFinder(TrainedIntents trained, Optional<SentenceModel> sentences) {
        this.trained = trained;
        this.sentences = sentences;
    }

    /** @param atATime so many messages go through the sentence model at once */
    public static IntentFinder load(int atATime) {
        return new IntentFinder(TrainedIntents.load(), loadSentences(atATime));
    }

    private static Optional<SentenceModel> loadSentences(int atATime) {
        try {
            return Optional.of(SentenceModel.load(atATime));
        } catch (SentenceModelMissing e) {
            log.error("Messages are understood by their characters alone, less well: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether sentences are understood by their meaning, too. */
    public boolean isComplete() {
        return sentences.isPresent();
    }

    /** All intents, the likeliest first; the scores add up to 1. */
    public List<Guess> guess(String typed) {
        Spelling.Spelled text = spelling.of(typed);
        Vector vector = vector(text);
        List<Guess> guesses = guesses(decide(vector));
        return taught.of(text.standard(), vector.sentence())
                .map(match -> TaughtIntents.lifted(guesses, match))
                .orElse(guesses);
    }

    /**
     * What staff taught counts from now on, in place of what was taught before. May be called while messages are understood.
     *
     * @param questions the first of those that say different things of the same words holds; 2,000 at most are used
     */
    public void learn(List<Question> questions) {
        taught = taught.learnt(questions, text -> spelling.of(text).standard(), this::sentence);
    }

    /** Why a message is understood as it is; slower than {@link #guess} by far. */
    public Explanation explain(String typed) {
        Spelling.Spelled text = spelling.of(typed);
        Vector vector = vector(text);
        List<Guess> own = guesses(decide(vector));
        Optional<TaughtIntents.Match> match = taught.of(text.standard(), vector.sentence());
        List<Guess> guesses = match.map(found -> TaughtIntents.lifted(own, found)).orElse(own);
        int intent = guesses.get(0).intent().ordinal();
        return new Explanation(
                text.levelled(),
                guesses,
                match.map(TaughtIntents.Match::question),
                Explaining.weighed(text.levelled(), part -> decide(vector(spelling.of(part)))[intent]),
                Explaining.nearest(text.levelled(), new Explaining.Phrasebook(taught.questions(), builtIn()), this::meaning));
    }

    private List<Question> builtIn() {
        List<Question> known = builtIn;
        if (known == null) {
            known = Phrasings.builtIn();
            builtIn = known;
        }
        return known;
    }

    private float[] meaning(String text) {
        return sentence(spelling.of(text).standard());
    }

    private Vector vector(Spelling.Spelled text) {
        return trained.weighing().vector(text, sentence(text.standard()));
    }

    private float[] sentence(String standard) {
        return sentences.map(model -> model.encode(standard)).orElse(NO_SENTENCE);
    }

    private float[] decide(Vector vector) {
        return (vector.hasSentence() ? trained.complete() : trained.lexical()).decide(vector);
    }

    static List<Guess> guesses(float[] decisions) {
        double[] powers = new double[decisions.length];
        for (int i = 0; i < powers.length; i++) {
            float bias = i == Intent.OUT_OF_SCOPE.ordinal() ? OUT_OF_SCOPE_BIAS : 0;
            powers[i] = Math.exp(STEEPNESS * (decisions[i] + bias));
        }
        double sum = Arrays.stream(powers).sum();
        return IntStream.range(0, powers.length)
                .mapToObj(i -> new Guess(Intent.values()[i], powers[i] / sum))
                .sorted(Comparator.comparingDouble(Guess::score).reversed())
                .toList();
    }

    @Override
    public void close() {
        sentences.ifPresent(SentenceModel::close);
    }
}
