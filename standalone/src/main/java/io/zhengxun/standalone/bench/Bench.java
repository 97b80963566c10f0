package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.simulator.wire.Envelopes;
import io.zhengxun.standalone.simulator.wire.SealedPush;
import io.zhengxun.standalone.simulator.wire.Stamp;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./bench}: exit code 0 without errors, 1 with errors, 2 for a wrong command line, 3 when nothing can be asked. */
public final class Bench {

    static final int GOOD = 0;
    static final int ERRORS = 1;
    static final int MISUSE = 2;
    static final int UNREACHABLE = 3;

    /** More than one, so that this process's own first steps do not count as the system's. */
    private static final int CHECKS = 50;

    private final Target target;
    private final IntFunction<Question> questions;
    private final PrintStream out;

    Bench(Target target, IntFunction<Question> questions, PrintStream out) {
        this.target = target;
        this.questions = questions;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // The settings are read with Spring's classes, which would log each one.
        LoggingSystem.get(Bench.class.getClassLoader()).beforeInitialize();
        try {
            System.exit(new Bench(Target.ofStandalone(), new DemoQuestions(ThreadLocalRandom.current().nextInt(1_000_000)), System.out).run(arguments));
        } catch (Options.Misuse misuse) {
            System.out.println(misuse.getMessage());
            System.exit(MISUSE);
        }
    }

    int run(String... arguments) throws InterruptedException {
        if (Set.of("--help", "-h").contains(arguments.length == 0 ? "" : arguments[0])) {
            out.println(Options.USAGE);
            return GOOD;
        }
        try {
            return switch (arguments.length > 0 ? arguments[0] : "") {
                case "import" -> new ImportBench(target.callback(), out)
                        .run(Options.count("--rows", ImportBench.MOST_ROWS, ImportBench.MOST_ROWS, arguments));
                case "queue" -> new QueueBench(out)
                        .run(Options.count("--batches", 1_000_000, QueueBench.MOST_BATCHES, arguments));
                case "acts" -> new ActsBench(out).run(Options.count("--rows", 10_000, ActsBench.MOST_ROWS, arguments));
                case "notices" -> new NoticesBench(out).run(NoticesOptions.parse(arguments));
                case "trail" -> new TrailBench(out).run(TrailOptions.parse(arguments));
                case "watch" -> new WatchBench(out).run(WatchOptions.parse(arguments));
                default -> chat(Options.parse(arguments));
            };
        } catch (Options.Misuse misuse) {
            out.println(misuse.getMessage());
            out.println(Options.USAGE);
            return MISUSE;
        }
    }

    private int chat(Options options) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2, Bench::daemon);
        try {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .executor(threads)
                    .build();
            return reachable(client) ? measured(client, options) : UNREACHABLE;
        } finally {
            threads.shutdown();
        }
    }

    private int measured(HttpClient client, Options options) throws InterruptedException {
        out.println("Asking " + target.callback() + ": " + options.rate() + " messages/s for "
                + options.length().toSeconds() + " s after " + options.warmUp().toSeconds() + " s of rising load, mode "
                + target.account().mode().name().toLowerCase(Locale.ROOT));
        Tally tally = new Tally(options.messages());
        Load load = new Load(client, target, new Users(target.account(), questions));
        long start = load.run(options, tally, out::println);
        out.print(tally.report(options.rate(), start));
        return tally.failed() == 0 ? GOOD : ERRORS;
    }

    /** The platform's check of a URL: tells at once whether the system is there and knows the same token. */
    private boolean reachable(HttpClient client) throws InterruptedException {
        Envelopes envelopes = new Envelopes(target.account());
        try {
            for (int check = 0; check < CHECKS; check++) {
                String echo = "bench" + check;
                SealedPush push = envelopes.verification(Stamp.at(Instant.now()), echo);
                HttpRequest request = HttpRequest.newBuilder(target.with(push.query())).timeout(Duration.ofSeconds(5)).build();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (answer.statusCode() != 200 || !answer.body().equals(echo)) {
                    out.println("The system at " + target.callback() + " refused the URL check (HTTP "
                            + answer.statusCode() + "): is it the bot, and are the WECHAT_MP_* settings the same?");
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            out.println("Nothing answers at " + target.callback() + ": start it with ./run, or set PORT.");
            return false;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "bench");
        thread.setDaemon(true);
        return thread;
    }
}
