package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.bench.Question.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Counts answers and errors; safe for many threads. Every latency is kept, so that the quantiles are exact. */
final class Tally {

    private static final int MOST_KINDS = 20;

    /** Who waits longer notices that it is a machine that thinks. */
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long[] nanos;
    private final Kind[] kinds;
    private final Map<String, Integer> errors = new TreeMap<>();
    private int answered;
    private int finished;
    private int failed;
    private long lastFinishNanos;

    Tally(int measured) {
        this.nanos = new long[measured];
        this.kinds = new Kind[measured];
    }

    /** A right answer that was measured. */
    synchronized void answered(Kind kind, long latencyNanos) {
        kinds[answered] = kind;
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
        long[] sorted = Arrays.stream(nanos, 0, answered).sorted().toArray();
        double seconds = Math.max(1, lastFinishNanos - startNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        StringBuilder text = new StringBuilder();
        text.append(line("messages measured", nanos.length + " at " + rate + "/s"));
        text.append(line("throughput", String.format(Locale.ROOT, "%.1f right answers/s", answered / seconds)));
        text.append(line("p50", millis(sorted, 0.50)));
        text.append(line("p90", millis(sorted, 0.90)));
        text.append(line("p99", millis(sorted, 0.99)));
        text.append(line("max", millis(sorted, 1.00)));
        text.append(line("over 1 s", late(sorted)));
        for (Kind kind : Kind.values()) {
            long[] ofKind = IntStream.range(0, answered).filter(i -> kinds[i] == kind).mapToLong(i -> nanos[i]).sorted().toArray();
            if (ofKind.length > 0) {
                text.append(line("  " + kind.label(), ofKind(ofKind)));
            }
        }
        text.append(line("errors", Integer.toString(failed)));
        errors.forEach((kind, count) -> text.append(line("  " + kind, Integer.toString(count))));
        return text.toString();
    }

    private static String ofKind(long[] sorted) {
        return "%d: p50 %s, p99 %s, max %s, over 1 s %s".formatted(
                sorted.length, millis(sorted, 0.50), millis(sorted, 0.99), millis(sorted, 1.00), late(sorted));
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-28s %s%n", name, value);
    }

    /** The share that waited for more than a second. */
    static String late(long[] sorted) {
        long late = Arrays.stream(sorted).filter(one -> one > LATE_NANOS).count();
        return String.format(Locale.ROOT, "%.2f %%", sorted.length == 0 ? 0.0 : 100.0 * late / sorted.length);
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
