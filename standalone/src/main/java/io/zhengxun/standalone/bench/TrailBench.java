package io.zhengxun.standalone.bench;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.standalone.trail.TrailContext;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./bench trail}: what the trail costs an act, and what its chains cost each other, on a database of its own. Three
 * ways take turns every second, so that a noisy machine disturbs them alike.
 */
final class TrailBench {

    private final PrintStream out;

    TrailBench(PrintStream out) {
        this.out = out;
    }

    /** @return an exit code of {@link Bench} */
    int run(TrailOptions options) throws InterruptedException {
        Path target = Path.of("standalone", "target").toAbsolutePath();
        Path data = target.resolve("trail-bench-" + ProcessHandle.current().pid());
        try (DataFolder folder = DataFolder.claim(data);
                EmbeddedServers servers =
                        new EmbeddedServers(folder, target.resolve("trail-bench-programs"), out::println)) {
            out.println("Starting a database of its own…");
            servers.start();
            measure(servers.springProperties(), options);
            return Bench.GOOD;
        } finally {
            delete(data);
        }
    }

    private void measure(Map<String, Object> database, TrailOptions options) throws InterruptedException {
        try (ConfigurableApplicationContext all = context(database, 16, options);
                ConfigurableApplicationContext single = context(database, 1, options)) {
            List<TrailActs> ways = List.of(
                    TrailActs.without(all), TrailActs.with(all, "16 chains"), TrailActs.with(single, "a single chain"));
            for (int writers : options.writers() == 1 ? new int[] {1} : new int[] {1, options.writers()}) {
                takeTurns(ways, writers, options.seconds());
                report(ways, writers);
            }
        }
    }

    private void takeTurns(List<TrailActs> ways, int writers, int seconds) throws InterruptedException {
        for (TrailActs way : ways) {
            // Not counted: classes, plans and pages get warm.
            way.runOneSecond(writers);
            way.reset();
        }
        for (int second = 0; second < seconds; second++) {
            for (TrailActs way : ways) {
                way.runOneSecond(writers);
            }
        }
    }

    private void report(List<TrailActs> ways, int writers) {
        double bare = ways.get(0).perSecond();
        out.printf(Locale.ROOT, "%n%d %s%n", writers, writers == 1 ? "writer" : "writers at once");
        for (TrailActs way : ways) {
            out.printf(Locale.ROOT, "  %-16s %8.0f acts/s   %.2f of an act without trail%n",
                    way.name(), way.perSecond(), way.perSecond() / bare);
        }
    }

    private static ConfigurableApplicationContext context(
            Map<String, Object> database, int chains, TrailOptions options) {
        Map<String, Object> settings = new HashMap<>(database);
        settings.put("spring.config.name", "standalone");
        settings.put("zhengxun.audit.chains", chains);
        settings.put("spring.datasource.hikari.maximum-pool-size", options.writers());
        return TrailContext.start(settings);
    }

    private static void delete(Path data) {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
