package io.zhengxun.standalone.trail;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.embedded.RunningDatabase;
import io.zhengxun.embedded.StartRefused;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database whose trail is verified: an external one, that of a running {@code ./run}, or that of a stopped one, which
 * is started for the time being.
 *
 * @param settings by which Spring reaches it
 */
record TrailDatabase(Map<String, Object> settings, Runnable stop) implements AutoCloseable {

    private static final String EXTERNAL = "SPRING_DATASOURCE_URL";

    /** @throws StartRefused if there is none, in words for the console */
    static TrailDatabase find(Map<String, String> environment, Consumer<String> progress) {
        if (environment.containsKey(EXTERNAL)) {
            // Without the demo's keys: a stamp that anybody could have made is none.
            return reached(Map.of(), "registry", () -> {});
        }
        Path folder = Path.of(environment.getOrDefault("DATA_DIR", "data")).toAbsolutePath().normalize();
        if (!RunningDatabase.existsIn(folder)) {
            throw new StartRefused("There is no data of Zhengxun in " + folder
                    + ": name its folder by DATA_DIR=..., or a database by " + EXTERNAL + " and its like.");
        }
        Optional<Map<String, Object>> running = RunningDatabase.of(folder);
        return running.isPresent() ? reached(running.get(), "standalone", () -> {}) : started(folder, progress);
    }

    private static TrailDatabase started(Path path, Consumer<String> progress) {
        DataFolder folder = DataFolder.claim(path);
        EmbeddedServers servers = new EmbeddedServers(folder, folder.path().resolve("programs"), progress);
        Runnable stop = () -> {
            servers.close();
            folder.close();
        };
        try {
            progress.accept("starting the database in " + path);
            servers.start();
            return reached(servers.springProperties(), "standalone", stop);
        } catch (RuntimeException e) {
            stop.run();
            throw e;
        }
    }

    private static TrailDatabase reached(Map<String, Object> source, String settingsFile, Runnable stop) {
        Map<String, Object> settings = new HashMap<>(source);
        settings.put("spring.config.name", settingsFile);
        // Verifying changes nothing.
        settings.put("spring.flyway.enabled", false);
        settings.put("spring.datasource.hikari.maximum-pool-size", 2);
        return new TrailDatabase(settings, stop);
    }

    @Override
    public void close() {
        stop.run();
    }
}
