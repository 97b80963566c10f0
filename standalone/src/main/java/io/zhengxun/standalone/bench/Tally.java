package io.zhengxun.standalone.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Counts answers and errors; safe for many threads. Every latency is kept, so that the quantiles are exact. */
final class Tally {

    private static final int MOST_KINDS = 20;

    private final long[] nanos;
    private final Map<String, Integer> errors = new TreeMap<>();
    private int answered;
    private int finished;
    private int failed;
    private long lastFinishNanos;

    Tally(int measured) {
        this.nanos = new long[measured];
    }

    /** A right answer that was measured. */
    synchronized void answered(long latencyNanos) {
        nanos[answered++] = latencyNanos;
        finished++;
        lastFinishNanos = System.nanoTime();
    }

    /** A right answer of the warm-up. */
    synchronized void warmed() {
        finished++;
    }

    synchronized void failed(String kind) {
        errors.merge(errors.containsKey(kind) || errors.size() < MOST_KINDS ? kind : "others", 1, Integer::sum);
        failed++;
        finished++;
        lastFinishNanos = System.nanoTime();
    }

    synchronized int finished() {
        return finished;
    }

    synchronized int failed() {
        return failed;
    }

    /** The report; the throughput counts from the first measured message to the last answer. */
    synchronized String report(int rate, long startNanos) {
        long[] sorted = Arrays.copyOf(nanos, answered);
        Arrays.sort(sorted);
        double seconds = Math.max(1, lastFinishNanos - startNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        StringBuilder text = new StringBuilder();
        text.append(line("messages measured", nanos.length + " at " + rate + "/s"));
        text.append(line("throughput", String.format(Locale.ROOT, "%.1f right answers/s", answered / seconds)));
        text.append(line("p50", millis(sorted, 0.50)));
        text.append(line("p90", millis(sorted, 0.90)));
        text.append(line("p99", millis(sorted, 0.99)));
        text.append(line("max", millis(sorted, 1.00)));
        text.append(line("errors", Integer.toString(failed)));
        errors.forEach((kind, count) -> text.append(line("  " + kind, Integer.toString(count))));
        return text.toString();
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-28s %s%n", name, value);
    }

    /** The nearest-rank quantile. */
    static String millis(long[] sorted, double share) {
        if (sorted.length == 0) {
            return "-";
        }
        int rank = (int) Math.ceil(share * sorted.length);
        double millis = sorted[Math.max(0, rank - 1)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }
}
