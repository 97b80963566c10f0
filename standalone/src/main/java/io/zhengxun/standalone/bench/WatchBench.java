package io.zhengxun.standalone.bench;

import io.zhengxun.registry.digest.DeadlineRun;
import io.zhengxun.registry.privacy.Vault;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code ./bench watch}: runs of several days over many open deadlines; what a run costs follows what is due. */
final class WatchBench {

    /** A notifier that runs has done this before: the first ones do not count. */
    private static final int WARM_UP = 3;
    private static final int RUNS = 5;
    private static final int MORE = 10;
    /** Days with so many due, and days with ten times as many. */
    static final int DAYS_WORTH = WARM_UP + RUNS + MORE * RUNS;

    private static final double AIM_MILLIS = 1000;

    private final PrintStream out;

    WatchBench(PrintStream out) {
        this.out = out;
    }

    /** @return an exit code of {@link Bench}: errors if the median run of a day took longer than the aim */
    int run(WatchOptions options) {
        List<ManyDeadlines.Day> days = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 3, 2);
        for (int run = 0; run < WARM_UP + 2 * RUNS; run++) {
            days.add(new ManyDeadlines.Day(day, options.due() * (run < WARM_UP + RUNS ? 1 : MORE)));
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        try (OwnRegistry registry = new OwnRegistry(out)) {
            ManyDeadlines deadlines = new ManyDeadlines(registry.room(JdbcTemplate.class), registry.room(Vault.class));
            deadlines.fill(options.deadlines(), days, out);
            DeadlineRun run = registry.room(DeadlineRun.class);
            out.printf(Locale.ROOT, "%-12s %10s %10s %12s%n", "run of", "due", "notices", "took");
            measured(run, deadlines, days.subList(0, WARM_UP), "warm-up");
            double median = measured(run, deadlines, days.subList(WARM_UP, WARM_UP + RUNS), "median");
            measured(run, deadlines, days.subList(WARM_UP + RUNS, days.size()), "median");
            time(run, new ManyDeadlines.Day(day, 0));
            deadlines.changeCalendar();
            out.println("after a change of the calendar, by which all are looked at once:");
            int open = options.deadlines() - days.stream().mapToInt(ManyDeadlines.Day::due).sum();
            time(run, new ManyDeadlines.Day(day.plusDays(1), open));
            return median > AIM_MILLIS ? Bench.ERRORS : Bench.GOOD;
        }
    }

    /** @return milliseconds of the median */
    private double measured(DeadlineRun run, ManyDeadlines deadlines, List<ManyDeadlines.Day> days, String what) {
        double[] millis = new double[days.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = time(run, days.get(i));
            deadlines.meetAlerted();
        }
        Arrays.sort(millis);
        double median = millis[millis.length / 2];
        out.printf(Locale.ROOT, "%-12s %34.0f ms%n", what, median);
        return median;
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
