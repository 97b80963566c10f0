package io.zhengxun.understanding.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What staff taught since the classifier learnt: who writes the same, or nearly the same, means the taught intent, whatever the
 * classifier makes of it. Comparing with {@link #MOST} costs about half a millisecond.
 */
final class TaughtIntents {

    /** Four megabytes. What comes after that is left out: it belongs into the phrasings that are learnt from. */
    static final int MOST = 2000;

    static final TaughtIntents NONE = new TaughtIntents(List.of());

    /** The same but for signs, width, traditional characters and Cantonese function words. */
    static final double SAME = 0.98;

    /** Clear, but not sure enough to interrupt a dialog. */
    static final double NEARLY_SAME = 0.85;

    /**
     * From here on sentences say nearly the same. Chosen on the development set with all 10,000 phrasings taught at once: at 0.92 the
     * first question was led astray, from 0.93 on none; the rest is a margin.
     */
    static final double ALIKE = 0.95;

    /** The numbers of a sentence's begin mark, for which the model was made to be compared. */
    private static final int COMPARED = SentenceModel.SIZE / 2;

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A sentence and its opposite have much the same numbers. */
    private static final Pattern NOT = Pattern.compile("[不没未无非别莫冇唔]");

    private final List<Lesson> lessons;
    private final Map<String, Lesson> byKey = new HashMap<>();

    /**
     * @param key the text as it is compared
     * @param sentence its numbers, or none without the sentence model
     */
    private record Lesson(Question question, String key, float[] sentence) {}

    /** @param score how sure it makes the intent */
    record Match(Question question, double score) {}

    private TaughtIntents(List<Lesson> lessons) {
        this.lessons = lessons;
        lessons.forEach(lesson -> byKey.putIfAbsent(lesson.key(), lesson));
    }

    /** Where two say different things of the same words, the first one holds. What was known before is not looked at again. */
    TaughtIntents learnt(List<Question> taught, UnaryOperator<String> standard, Function<String, float[]> encode) {
        Map<String, Lesson> known = new HashMap<>();
        lessons.forEach(lesson -> known.put(lesson.question().text(), lesson));
        List<Lesson> now = new ArrayList<>();
        for (Question question : taught.subList(0, Math.min(MOST, taught.size()))) {
            Lesson before = known.get(question.text());
            now.add(before == null
                    ? lesson(question, standard.apply(question.text()), encode)
                    : new Lesson(question, before.key(), before.sentence()));
        }
        return new TaughtIntents(now.stream().filter(lesson -> !lesson.key().isEmpty()).toList());
    }

    private static Lesson lesson(Question question, String standard, Function<String, float[]> encode) {
        float[] sentence = encode.apply(standard);
        float[] compared = sentence.length == 0 ? sentence : Arrays.copyOf(sentence, COMPARED);
        return new Lesson(question, key(standard), compared);
    }

    /** @param sentence the numbers of {@code standard}, or none */
    Optional<Match> of(String standard, float[] sentence) {
        String key = key(standard);
        Lesson same = byKey.get(key);
        if (same != null) {
            return Optional.of(new Match(same.question(), SAME));
        }
        return sentence.length == 0 || key.isEmpty() ? Optional.empty() : nearest(key, sentence);
    }

    private Optional<Match> nearest(String key, float[] sentence) {
        Lesson nearest = null;
        float best = (float) ALIKE;
        for (Lesson lesson : lessons) {
            float alike = alike(lesson.sentence(), sentence);
            if (alike > best && nots(lesson.key()) == nots(key)) {
                nearest = lesson;
                best = alike;
            }
        }
        return Optional.ofNullable(nearest).map(lesson -> new Match(lesson.question(), NEARLY_SAME));
    }

    /** The guesses with the taught intent first; what is left of certainty stays shared among the others as it was. */
    static List<Guess> lifted(List<Guess> guesses, Match match) {
        Guess own = guesses.stream().filter(guess -> guess.intent() == match.question().intent()).findFirst().orElseThrow();
        if (own.score() >= match.score()) {
            return guesses;
        }
        double shrunk = (1 - match.score()) / (1 - own.score());
        return Stream.concat(
                        Stream.of(new Guess(own.intent(), match.score())),
                        guesses.stream()
                                .filter(guess -> guess != own)
                                .map(guess -> new Guess(guess.intent(), guess.score() * shrunk)))
                .sorted(Comparator.comparingDouble(Guess::score).reversed())
                .toList();
    }

    List<Question> questions() {
        return lessons.stream().map(Lesson::question).toList();
    }

    private static String key(String standard) {
        return SIGNS.matcher(standard).replaceAll("");
    }

    private static long nots(String key) {
        return NOT.matcher(key).results().count();
    }

    /** Between -1 and 1, the cosine of what is compared; both may hold more. */
    static float alike(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < COMPARED; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
