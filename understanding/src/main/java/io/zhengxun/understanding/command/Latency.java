package io.zhengxun.understanding.command;

import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.understanding.intent.Question;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How long a message takes, one after the other on one thread; also when staff have taught as much as they can. */
final class Latency {

    private static final int LEAST = 3_000;
    /** As many as staff can teach. */
    private static final int MOST_TAUGHT = 2_000;

    private static final double MILLI = 1e6;

    private Latency() {}

    static void measure(List<String> lines, Understanding understanding, PrintStream out) {
        out.println(measured(lines, understanding));
        understanding.learn(IntStream.range(0, MOST_TAUGHT)
                .mapToObj(i -> new Question(Intent.OUT_OF_SCOPE, "taught", i + "、" + lines.get(i % lines.size())))
                .toList());
        out.println("with " + MOST_TAUGHT + " taught phrasings: " + measured(lines, understanding));
    }

    private static String measured(List<String> lines, Understanding understanding) {
        int rounds = Math.max(1, LEAST / Math.max(1, lines.size()));
        long[] nanos = new long[rounds * lines.size()];
        for (int i = 0; i < nanos.length; i++) {
            String line = lines.get(i % lines.size());
            long begun = System.nanoTime();
            understanding.read(line);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return "%d messages: median %.1f ms, p99 %.1f ms, slowest %.1f ms".formatted(nanos.length,
                nanos[nanos.length / 2] / MILLI, nanos[nanos.length * 99 / 100] / MILLI, nanos[nanos.length - 1] / MILLI);
    }
}
