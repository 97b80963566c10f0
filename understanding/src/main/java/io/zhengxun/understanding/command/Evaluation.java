package io.zhengxun.understanding.command;

import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.understanding.intent.Question;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Compares what was understood with what was meant. */
final class Evaluation {

    private record Judged(Question question, Understood understood) {

        boolean right() {
            return understood.intent() == question.intent();
        }

        boolean amongTwo() {
            return right() || understood.alternatives().get(0).intent() == question.intent();
        }

        boolean meantOutOfScope() {
            return question.intent() == Intent.OUT_OF_SCOPE;
        }

        boolean takenForOutOfScope() {
            return understood.intent() == Intent.OUT_OF_SCOPE;
        }
    }

    /** The scores at which the chat decides differently, and some between. */
    private static final double[] SCORES = {0, 0.2, 0.4, 0.6, 0.75, 0.9};

    private final List<Judged> all = new ArrayList<>();

    void add(Path table, Understanding understanding) {
        Question.readAll(table).forEach(question -> all.add(new Judged(question, understanding.read(question.text()))));
    }

    void print(PrintStream out) {
        printLine(out, "all", all);
        Map<String, List<Judged>> groups = new LinkedHashMap<>();
        all.forEach(judged -> groups.computeIfAbsent(judged.question().group(), group -> new ArrayList<>()).add(judged));
        if (groups.size() > 1) {
            groups.forEach((group, judged) -> printLine(out, group, judged));
        }
        out.printf("out of scope recognised: %s; real questions taken for out of scope: %s%n",
                share(all, Judged::meantOutOfScope, Judged::takenForOutOfScope),
                share(all, judged -> !judged.meantOutOfScope(), Judged::takenForOutOfScope));
        printScores(out);
        printIntents(out);
        printConfusions(out);
    }

    /** A score is honest when about so many of its guesses are right. */
    private void printScores(PrintStream out) {
        out.printf("%n%-20s %6s %10s %10s%n", "score", "count", "right", "among two");
        for (int i = SCORES.length - 1; i >= 0; i--) {
            double from = SCORES[i];
            double to = i == SCORES.length - 1 ? 1.01 : SCORES[i + 1];
            List<Judged> scored = all.stream()
                    .filter(judged -> judged.understood().score() >= from && judged.understood().score() < to)
                    .toList();
            out.printf("%-20s %6d %10s %10s%n", "from " + from, scored.size(),
                    share(scored, judged -> true, Judged::right), share(scored, judged -> true, Judged::amongTwo));
        }
    }

    private static void printLine(PrintStream out, String name, List<Judged> judged) {
        out.printf("%-12s %5d questions: right %s, among two %s%n", name, judged.size(),
                share(judged, each -> true, Judged::right), share(judged, each -> true, Judged::amongTwo));
    }

    private void printIntents(PrintStream out) {
        out.printf("%n%-20s %6s %10s %10s%n", "intent", "count", "precision", "recall");
        for (Intent intent : Intent.values()) {
            out.printf("%-20s %6d %10s %10s%n", intent.code(),
                    all.stream().filter(judged -> judged.question().intent() == intent).count(),
                    share(all, judged -> judged.understood().intent() == intent, Judged::right),
                    share(all, judged -> judged.question().intent() == intent, Judged::right));
        }
    }

    private void printConfusions(PrintStream out) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        all.stream()
                .filter(judged -> !judged.right())
                .forEach(judged -> counts.merge(
                        judged.question().intent().code() + " taken for " + judged.understood().intent().code(), 1,
                        Integer::sum));
        out.printf("%nconfusions%n");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(confusion -> out.printf("%4d  %s%n", confusion.getValue(), confusion.getKey()));
    }

    private static String share(List<Judged> judged, Predicate<Judged> of, Predicate<Judged> which) {
        List<Judged> counted = judged.stream().filter(of).toList();
        return counted.isEmpty()
                ? "-"
                : "%.1f %%".formatted(100.0 * counted.stream().filter(which).count() / counted.size());
    }
}
