package io.zhengxun.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Redis on a port of the loopback address; it can be stopped and started again on the same port with its data. */
public final class Redis {

    /** Within the data folder. */
    static final String SETTINGS = "redis/redis.conf";

    private static final int ATTEMPTS = 3;

    private final Path settings;
    private final Path folder;
    private final Binaries binaries;
    private final String password;
    private ServerProcess server;
    private boolean closed;
    private int port;

    Redis(DataFolder home, Binaries binaries, String password) {
        this.settings = home.path().resolve(SETTINGS);
        this.folder = settings.getParent();
        this.binaries = binaries;
        this.password = password;
    }

    /** Starts it again after {@link #stop()}, on the same port. */
    public void start() {
        if (!startOnce(port)) {
            throw new StartRefused("Redis does not start on port " + port + "; its words are in " + log());
        }
    }

    /** Stops it in order: everything written so far is kept. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
        }
    }

    public int port() {
        return port;
    }

    void startAnywhere() {
        Folders.create(folder);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (startOnce(Ports.free())) {
                return;
            }
        }
        throw new StartRefused("Redis does not start on " + folder + "; its words are in " + log());
    }

    synchronized void close() {
        closed = true;
        stop();
    }

    String url() {
        return "redis://default:" + password + "@127.0.0.1:" + port;
    }

    private boolean startOnce(int on) {
        port = on;
        writeSettings();
        byte[] greeting = ("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII);
        ProcessBuilder command = new ProcessBuilder(binaries.redis().toString(), settings.toString())
                .directory(folder.toFile());
        return newProcess().start(command, () -> Ports.ask(port, greeting).startsWith("+OK"));
    }

    private void writeSettings() {
        String lines = """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                logfile "%s"
                appendonly yes
                appendfsync everysec
                save ""
                # A message takes some 2 KB for its six hours: room for more than half an hour at 100 messages a second.
                maxmemory 512mb
                # Limits and claims must fail loudly, not vanish one by one; the shortest-lived, which volatile-ttl would
                # take first, are the claims. When full, the bot goes on as without Redis, with stricter limits.
                maxmemory-policy noeviction
                """.formatted(port, password, slashes(folder), slashes(log()));
        // A leftover is recognised by its command line, which Redis would overwrite; its Windows build does not.
        String ownTitle = binaries.platform() == Platform.WINDOWS_X64 ? "" : "set-proc-title no\n";
        Folders.write(settings, lines + ownTitle);
    }

    private synchronized ServerProcess newProcess() {
        server = new ServerProcess("Redis", folder.resolve("output.log"));
        if (closed) {
            server.stop();
        }
        return server;
    }

    private Path log() {
        return folder.resolve("redis.log");
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
