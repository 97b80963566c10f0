package io.zhengxun.standalone.bench;

import io.zhengxun.registry.privacy.Vault;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code ./bench notices}: from the committed row to the simulated WeChat's acceptance over HTTP, in a separate process. Each
 * return has one contact to be told; all checks are made, all outcomes recorded.
 */
final class NoticesBench {

    private static final int WARM_UP = 5_000;
    private static final double AIM_PER_SECOND = 1000;
    private static final double AIM_SECONDS = 2;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final PrintStream out;
    private OwnSimulator simulator;
    private OwnNotifier notifier;
    private JdbcTemplate jdbc;
    private ManyReturns returns;

    NoticesBench(PrintStream out) {
        this.out = out;
    }

    /** @return an exit code of {@link Bench}: errors if an aim was missed */
    int run(NoticesOptions options) {
        boolean good = true;
        try (OwnSimulator ownSimulator = new OwnSimulator();
                OwnNotifier ownNotifier = new OwnNotifier(out, ownSimulator.apiAddress())) {
            simulator = ownSimulator;
            notifier = ownNotifier;
            jdbc = notifier.room(JdbcTemplate.class);
            returns = new ManyReturns(jdbc, notifier.room(Vault.class), Math.max(1000, options.count() / 4));
            out.println("Warming up with " + WARM_UP + " notices…");
            fromEvents(WARM_UP);
            if (options.count() > 0) {
                good = throughput(options.count());
            }
            if (options.seconds() > 0) {
                good &= latency(options.rate(), options.seconds());
            }
        }
        return good ? Bench.GOOD : Bench.ERRORS;
    }

    private boolean throughput(int count) {
        double rows = fromNotices(count);
        double events = fromEvents(count);
        out.printf(Locale.ROOT, "from committed notices to accepted:            %,7.0f a second%n", count / rows);
        out.printf(Locale.ROOT, "from committed events, with planning, to accepted: %,5.0f a second%n", count / events);
        return count / rows >= AIM_PER_SECOND;
    }

    /** Planned beforehand; only the sending is timed. */
    private double fromNotices(int count) {
        returns.announce(returns.add(count));
        long start = System.nanoTime();
        notifier.start("planning");
        await("SELECT COUNT(*) FROM notice WHERE state = 'QUEUED'", count);
        out.printf(Locale.ROOT, "%d events planned in %.1f s%n", count, (System.nanoTime() - start) / 1e9);
        notifier.stop("planning");
        double seconds = accepted(count, () -> notifier.start("dispatch"));
        awaitRecorded();
        notifier.stop("dispatch");
        return seconds;
    }

    private double fromEvents(int count) {
        returns.announce(returns.add(count));
        double seconds = accepted(count, () -> {
            notifier.start("dispatch");
            notifier.start("planning");
        });
        awaitRecorded();
        notifier.stop("planning");
        notifier.stop("dispatch");
        return seconds;
    }

    /** Seconds until the simulator has accepted so many more. */
    private double accepted(int count, Runnable start) {
        long before = simulator.accepted();
        long begun = System.nanoTime();
        start.run();
        while (simulator.accepted() < before + count) {
            pause(begun);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void awaitRecorded() {
        await("SELECT COUNT(*) FROM notice WHERE state IN ('QUEUED', 'SENDING')", 0);
    }

    private void await(String count, int expected) {
        long begun = System.nanoTime();
        while (jdbc.queryForObject(count, Integer.class) != expected) {
            pause(begun);
        }
    }

    private static void pause(long begun) {
        if (System.nanoTime() - begun > LONGEST_NANOS) {
            throw new IllegalStateException("The notices did not get through.");
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }

    /** Events at a steady rate, each committed on its own; latency is from the event's time to the acceptance. */
    private boolean latency(int rate, int seconds) {
        int count = rate * seconds;
        List<Integer> due = returns.add(count).boxed().toList();
        int firstReturn = due.get(0);
        notifier.start("dispatch");
        notifier.start("planning");
        out.println(rate + " events a second for " + seconds + " s…");
        long start = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long at = start + TimeUnit.SECONDS.toNanos(n) / rate;
            LockSupport.parkNanos(at - System.nanoTime());
            returns.announce(IntStream.of(due.get(n)));
        }
        awaitRecorded();
        await("SELECT COUNT(*) FROM outbox_event WHERE state = 'NEW'", 0);
        awaitRecorded();
        List<Double> latencies = jdbc.queryForList(
                "SELECT TIMESTAMPDIFF(MICROSECOND, n.occurred_at, n.accepted_at) / 1000000.0 FROM notice n JOIN submission_return r"
                        + " ON r.number = n.subject_key WHERE r.id >= ? ORDER BY 1", Double.class, firstReturn);
        out.printf(Locale.ROOT, "%d of %d accepted; from the event to the acceptance: p50 %.3f s, p90 %.3f s, p99 %.3f s,"
                        + " max %.3f s%n",
                latencies.size(), count, at(latencies, 0.5), at(latencies, 0.9), at(latencies, 0.99), at(latencies, 1));
        return latencies.size() == count && at(latencies, 0.99) < AIM_SECONDS;
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size())));
    }
}
