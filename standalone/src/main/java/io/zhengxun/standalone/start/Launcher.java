package io.zhengxun.standalone.start;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.embedded.StartRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts everything: port, data folder, servers, applications, in this order, and stops it in the reverse one. What
 * makes a start impossible is told in one line on the console; the log in the data folder has the details.
 */
public final class Launcher {

    private static final String LOG = "zhengxun.log";

    private final Progress progress = new Progress();
    private volatile boolean stopping;
    private volatile boolean failed;
    private volatile ConfigurableApplicationContext ready;
    private volatile EmbeddedServers servers;

    /** Returns when all is ready; ends the process with exit code 1 if that cannot be. */
    public void launch(Class<?> application, String... arguments) {
        try {
            StartOptions options = StartOptions.of(List.of(arguments), System.getenv());
            options.port().requireFree();
            DataFolder folder = DataFolder.claim(options.dataFolder());
            // Spring's own hook comes into being late, and knows nothing of servers that are still starting.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder), "stop"));
            ready = start(application, options, folder);
            if (!stopping) {
                System.out.println(Welcome.of(ready, options, progress.sinceStart()));
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            if (!stopping) {
                System.err.println("\nZhengxun cannot start. " + StartFailure.of(e).line());
            }
            System.exit(1);
        }
    }

    private ConfigurableApplicationContext start(Class<?> application, StartOptions options, DataFolder folder) {
        Map<String, Object> settings = settings(options, folder.path());
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .properties(settings);
        if (!options.externalServers()) {
            // The servers need a second or two; the applications' first classes are loaded meanwhile.
            CompletableFuture<EmbeddedServers> starting = startServers(options, folder);
            builder.initializers(context -> context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("embeddedServers", await(starting).springProperties())));
        }
        return builder.run();
    }

    private CompletableFuture<EmbeddedServers> startServers(StartOptions options, DataFolder folder) {
        if (options.reset()) {
            progress.tell("emptying " + folder.path());
            EmbeddedServers.stopLeftovers(folder, progress::tell);
            folder.reset();
        }
        progress.tell("starting MariaDB and Redis in " + folder.path());
        EmbeddedServers prepared =
                new EmbeddedServers(folder, folder.path().resolve("programs"), progress::tell);
        servers = prepared;
        return CompletableFuture.supplyAsync(() -> {
            prepared.start();
            progress.tell("MariaDB and Redis are ready");
            return prepared;
        });
    }

    private EmbeddedServers await(CompletableFuture<EmbeddedServers> starting) {
        try {
            EmbeddedServers started = starting.join();
            progress.tell("starting the applications");
            return started;
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : e;
        }
    }

    private static Map<String, Object> settings(StartOptions options, Path folder) {
        return Map.of(
                "spring.config.name", "standalone",
                "spring.main.banner-mode", "off",
                "server.port", options.port().number(),
                "logging.config", "classpath:logback-launcher.xml",
                "logging.file.name", folder.resolve(LOG).toString(),
                "logging.logback.rollingpolicy.total-size-cap", "100MB");
    }

    /** The servers go last: until Spring has drained its requests and closed its pools, somebody needs them. */
    private void stop(DataFolder folder) {
        stopping = true;
        if (ready != null) {
            ready.close();
        }
        if (servers != null) {
            servers.close();
        }
        folder.close();
        if (!failed) {
            System.out.println("\nEverything is stopped; the data stays in " + folder.path());
        }
        if (ready == null) {
            // The main thread still starts applications whose servers are gone; nobody needs its complaints.
            Runtime.getRuntime().halt(1);
        }
    }
}
