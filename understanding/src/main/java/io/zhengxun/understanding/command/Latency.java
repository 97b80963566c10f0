package io.zhengxun.understanding.command;

import io.zhengxun.understanding.Understanding;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** How long a message takes, one after the other on one thread. */
final class Latency {

    private static final int LEAST = 3_000;
    private static final double MILLI = 1e6;

    private Latency() {}

    static void measure(List<String> lines, Understanding understanding, PrintStream out) {
        int rounds = Math.max(1, LEAST / Math.max(1, lines.size()));
        long[] nanos = new long[rounds * lines.size()];
        for (int i = 0; i < nanos.length; i++) {
            String line = lines.get(i % lines.size());
            long begun = System.nanoTime();
            understanding.read(line);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        out.printf("%d messages: median %.1f ms, p99 %.1f ms, slowest %.1f ms%n", nanos.length,
                nanos[nanos.length / 2] / MILLI, nanos[nanos.length * 99 / 100] / MILLI, nanos[nanos.length - 1] / MILLI);
    }
}
