package io.zhengxun.understanding.intent;

import io.zhengxun.understanding.intent.Explanation.Near;
import io.zhengxun.understanding.intent.Explanation.Weighed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out why: which words, left out, make an intent less believed, and which phrasings are most like a message. For staff, a few
 * hundred milliseconds; nothing of it is in the way of a reply.
 */
final class Explaining {

    /** Characters; of a longer message only these are tried. */
    private static final int MOST_TRIED = 60;

    private static final int WINDOW = 2;
    private static final int MOST_WORDS = 5;
    private static final int MOST_NEAR = 5;

    /** So many that are written alike are compared by their meaning. */
    private static final int MOST_COMPARED = 60;

    private static final double HUNDRED = 100;

    private Explaining() {}

    private record Window(int from, double weight) {

        boolean overlaps(Window other) {
            return Math.abs(from - other.from) < WINDOW;
        }
    }

    private record Candidate(Question phrasing, boolean taught, double alike) {}

    /** @param belief how much an intent is believed of a text */
    static List<Weighed> weighed(String read, ToDoubleFunction<String> belief) {
        String tried = read.substring(0, Math.min(MOST_TRIED, read.length()));
        if (tried.length() <= WINDOW) {
            return tried.isEmpty() ? List.of() : List.of(new Weighed(tried, 1));
        }
        double whole = belief.applyAsDouble(tried);
        List<Window> windows = IntStream.rangeClosed(0, tried.length() - WINDOW)
                .mapToObj(from -> new Window(
                        from, whole - belief.applyAsDouble(tried.substring(0, from) + tried.substring(from + WINDOW))))
                .filter(window -> window.weight() > 0)
                .sorted(Comparator.comparingDouble(Window::weight).reversed())
                .toList();
        List<Window> chosen = new ArrayList<>();
        for (Window window : windows) {
            if (chosen.size() < MOST_WORDS && chosen.stream().noneMatch(window::overlaps)) {
                chosen.add(window);
            }
        }
        return chosen.stream()
                .map(window -> new Weighed(
                        tried.substring(window.from(), window.from() + WINDOW), rounded(window.weight() / chosen.get(0).weight())))
                .toList();
    }

    /** @param sentence the numbers of a text, or none: then it is said how alike the texts are written */
    static List<Near> nearest(String read, Phrasebook book, Function<String, float[]> sentence) {
        Set<String> parts = parts(read);
        float[] meant = sentence.apply(read);
        return Stream.concat(
                        book.taught().stream().map(one -> candidate(one, true, parts)),
                        book.builtIn().stream().map(one -> candidate(one, false, parts)))
                .filter(candidate -> candidate.alike() > 0)
                .sorted(Comparator.comparingDouble(Candidate::alike).reversed())
                .limit(MOST_COMPARED)
                .map(candidate -> near(candidate, meant, sentence))
                .sorted(Comparator.comparingDouble(Near::alike).reversed())
                .limit(MOST_NEAR)
                .toList();
    }

    /** @param taught by staff, with {@code builtIn} that came with the program */
    record Phrasebook(List<Question> taught, List<Question> builtIn) {}

    private static Candidate candidate(Question phrasing, boolean taught, Set<String> parts) {
        return new Candidate(phrasing, taught, alike(parts, parts(phrasing.text())));
    }

    private static Near near(Candidate candidate, float[] meant, Function<String, float[]> sentence) {
        double alike = meant.length == 0
                ? candidate.alike()
                : TaughtIntents.alike(meant, sentence.apply(candidate.phrasing().text()));
        return new Near(candidate.phrasing(), candidate.taught(), rounded(Math.max(0, Math.min(1, alike))));
    }

    /** Dice. */
    private static double alike(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return shared == 0 ? 0 : 2.0 * shared / (one.size() + other.size());
    }

    private static Set<String> parts(String text) {
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                parts.add(text.substring(i, i + 1));
                parts.add(text.substring(i, Math.min(text.length(), i + WINDOW)));
            }
        }
        return parts;
    }

    private static double rounded(double value) {
        return Math.round(value * HUNDRED) / HUNDRED;
    }
}
