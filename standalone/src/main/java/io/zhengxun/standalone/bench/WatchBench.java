package io.zhengxun.standalone.bench;

import io.zhengxun.registry.digest.DeadlineRun;
import io.zhengxun.registry.privacy.Vault;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code ./bench watch}: runs of several days over many open deadlines; what a run costs follows what is due. */
final class WatchBench {

    private static final int RUNS = 5;
    private static final int MORE = 10;
    /** Days with so many due, and days with ten times as many. */
    static final int DAYS_WORTH = 2 * RUNS + MORE * RUNS;

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final double AIM_MILLIS = 1000;

    private final PrintStream out;

    WatchBench(PrintStream out) {
        this.out = out;
    }

    /** @return an exit code of {@link Bench}: errors if the slowest run of a day took longer than the aim */
    int run(WatchOptions options) {
        List<ManyDeadlines.Day> days = new ArrayList<>();
        for (int run = 0; run < 2 * RUNS; run++) {
            days.add(new ManyDeadlines.Day(MONDAY.plusDays(run), run < RUNS ? options.due() : options.due() * MORE));
        }
        // The weekend between is no day of runs: its deadlines are found on the Monday after.
        days.replaceAll(day -> new ManyDeadlines.Day(worked(day.day()), day.due()));
        try (OwnRegistry registry = new OwnRegistry(out)) {
            ManyDeadlines deadlines = new ManyDeadlines(registry.room(JdbcTemplate.class), registry.room(Vault.class));
            deadlines.fill(options.deadlines(), days, out);
            DeadlineRun run = registry.room(DeadlineRun.class);
            out.printf(Locale.ROOT, "%-12s %10s %10s %12s%n", "run of", "due", "notices", "took");
            double slowest = measured(run, deadlines, days.subList(0, RUNS));
            measured(run, deadlines, days.subList(RUNS, 2 * RUNS));
            time(run, new ManyDeadlines.Day(worked(MONDAY.plusDays(2 * RUNS)), 0));
            return slowest > AIM_MILLIS ? Bench.ERRORS : Bench.GOOD;
        }
    }

    private static LocalDate worked(LocalDate day) {
        return day.plusDays(day.isAfter(LocalDate.of(2026, 3, 6)) ? 2 : 0);
    }

    /** @return milliseconds of the slowest */
    private double measured(DeadlineRun run, ManyDeadlines deadlines, List<ManyDeadlines.Day> days) {
        double[] millis = new double[days.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = time(run, days.get(i));
            deadlines.meetAlerted();
        }
        Arrays.sort(millis);
        out.printf(Locale.ROOT, "%-12s %34.0f ms%n", "median", millis[millis.length / 2]);
        return millis[millis.length - 1];
    }

    private double time(DeadlineRun run, ManyDeadlines.Day day) {
        long start = System.nanoTime();
        DeadlineRun.Done done = run.run(day.day()).orElseThrow();
        double millis = (System.nanoTime() - start) / 1e6;
        if (done.looked() != day.due()) {
            throw new IllegalStateException("Of " + day.due() + " due the run found " + done.looked() + ".");
        }
        out.printf(Locale.ROOT, "%-12s %10d %10d %9.0f ms%n", day.day(), done.looked(), done.notices(), millis);
        return millis;
    }
}
