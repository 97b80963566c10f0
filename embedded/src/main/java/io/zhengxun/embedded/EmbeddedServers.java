package io.zhengxun.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A MariaDB and a Redis for one data folder, as child processes of this JVM, both on free ports of the loopback
 * address. What was committed survives the death of this JVM and of the machine; the next start on the folder finds it,
 * and stops what a killed JVM left running.
 */
public final class EmbeddedServers implements AutoCloseable {

    private final DataFolder folder;
    private final MariaDb mariaDb;
    private final Redis redis;
    private final Passwords passwords;
    private final Consumer<String> progress;

    /**
     * Prepares the servers; nothing is started yet.
     *
     * @param folder claimed by the caller, who also gives it up after {@link #close()}
     * @param programs where the unpacked programs (some 320 MB) are kept; several processes may share it
     * @param progress told in a few words what is being done, from any thread
     * @throws StartRefused if there are no programs for this operating system
     */
    public EmbeddedServers(DataFolder folder, Path programs, Consumer<String> progress) {
        Binaries binaries = new Binaries(programs);
        this.folder = folder;
        this.passwords = Passwords.in(folder.path());
        this.mariaDb = new MariaDb(folder, binaries, passwords.mariaDb());
        this.redis = new Redis(folder, binaries, passwords.redis());
        this.progress = progress;
    }

    /** Stops servers that a killed JVM left running on this folder; {@link #start()} does so itself. */
    public static void stopLeftovers(DataFolder folder, Consumer<String> progress) {
        Leftovers.stop(folder, progress);
    }

    /**
     * Starts both at once and returns when both answer.
     *
     * @throws StartRefused if one of them does not; then neither is left running
     */
    public void start() {
        Leftovers.stop(folder, progress);
        CompletableFuture<Void> redisStart = CompletableFuture.runAsync(() -> redis.startAnywhere());
        try {
            mariaDb.start(progress);
            redisStart.join();
        } catch (RuntimeException e) {
            redisStart.exceptionally(ignored -> null).join();
            close();
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What Spring must know to use the servers: the data source and the URL of Redis, passwords included. */
    public Map<String, Object> springProperties() {
        Map<String, Object> properties =
                new HashMap<>(MariaDb.springProperties(mariaDb.port(), passwords.mariaDb()));
        properties.put("spring.data.redis.url", redis.url());
        return properties;
    }

    /** Redis alone, to play its failure in a test. */
    public Redis redis() {
        return redis;
    }

    /** Stops the database in order, to play its failure in a test; with its data, on the same port, it comes back. */
    public void pauseDatabase() {
        mariaDb.pause();
    }

    /** Starts the database again after {@link #pauseDatabase()}. */
    public void resumeDatabase() {
        mariaDb.resume();
    }

    /** Stops both in order, also while they are starting; a second call does nothing. */
    @Override
    public void close() {
        CompletableFuture<Void> redisStop = CompletableFuture.runAsync(redis::close);
        mariaDb.stop();
        redisStop.join();
    }
}
