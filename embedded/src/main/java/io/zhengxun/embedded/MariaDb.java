package io.zhengxun.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * MariaDB on a free port of the loopback address. It has one account, which reaches one database; its settings and its
 * start-up statements are written anew at every start.
 */
final class MariaDb {

    private static final int ATTEMPTS = 3;
    private static final String INSTALLED = "installed";
    static final String DATABASE = "zhengxun";
    /** Within the data folder. */
    static final String SETTINGS = "mariadb/my.cnf";

    private final Path settings;
    private final Path folder;
    private final Binaries binaries;
    private final String password;
    private volatile ServerProcess server;
    private volatile boolean closed;
    private int port;

    MariaDb(DataFolder home, Binaries binaries, String password) {
        this.settings = home.path().resolve(SETTINGS);
        this.folder = settings.getParent();
        this.binaries = binaries;
        this.password = password;
    }

    void start(Consumer<String> progress) {
        Path home = binaries.mariaDb(progress);
        Folders.create(folder);
        Folders.create(folder.resolve("tmp"));
        if (!Files.isRegularFile(data().resolve(INSTALLED))) {
            progress.accept("creating the database");
            install(home);
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (startOnce(home)) {
                return;
            }
        }
        throw new StartRefused("MariaDB does not start on " + folder + "; its words are in " + log());
    }

    int port() {
        return port;
    }

    /** Stops it in order until {@link #resume}. */
    void pause() {
        server.stop();
    }

    /** Starts it again on the same port. */
    void resume() {
        if (!newProcess().start(command(binaries.mariaDb(words -> {})), () -> greets(port))) {
            throw new StartRefused("MariaDB does not start on port " + port + "; its words are in " + log());
        }
    }

    /** What Spring must know to use it. */
    static Map<String, Object> springProperties(int port, String password) {
        return Map.of(
                "spring.datasource.url", "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE + "?sslMode=DISABLED",
                "spring.datasource.username", "zhengxun",
                "spring.datasource.password", password);
    }

    void stop() {
        closed = true;
        ServerProcess running = server;
        if (running != null) {
            running.stop();
        }
    }

    private boolean startOnce(Path home) {
        port = Ports.free();
        writeSettings(home);
        return newProcess().start(command(home), () -> greets(port));
    }

    /** After four bytes of length the greeting begins with the version of the protocol, 10. */
    static boolean greets(int port) {
        String greeting = Ports.ask(port, new byte[0]);
        return greeting.length() > 4 && greeting.charAt(4) == 10;
    }

    /** What mariadb-install-db does, without a shell script that cannot bear spaces in a path, and without any root. */
    private void install(Path home) {
        Folders.delete(data());
        Folders.create(data());
        writeSettings(home);
        Path statements = Folders.write(folder.resolve("install.sql"), installStatements(home));
        ProcessBuilder command = command(home, "--bootstrap", "--skip-init-file").redirectInput(statements.toFile());
        int exit = newProcess().run(command);
        // Stopped in the middle, the server also ends with 0: only the file that the last statement writes is proof.
        Path proof = data().resolve("mysql/" + INSTALLED);
        if (exit != 0 || !Files.exists(proof)) {
            throw new StartRefused("MariaDB cannot create its tables in " + data() + "; its words are in " + log());
        }
        Folders.write(data().resolve(INSTALLED), "");
    }

    private static String installStatements(Path home) {
        Path share = Files.isDirectory(home.resolve("share/mysql")) ? home.resolve("share/mysql") : home.resolve("share");
        StringBuilder statements = new StringBuilder("create database if not exists mysql;\nuse mysql;\n");
        statements.append("SET @auth_root_socket=NULL;\n");
        for (String part : List.of(
                "mariadb_system_tables.sql",
                "mariadb_performance_tables.sql",
                "mariadb_system_tables_data.sql",
                "maria_add_gis_sp_bootstrap.sql")) {
            statements.append(read(share.resolve(part))).append('\n');
        }
        return statements
                .append("DELETE FROM global_priv WHERE User='root';\n")
                .append("DELETE FROM proxies_priv;\n")
                .append("SELECT 'all' INTO OUTFILE '" + INSTALLED + "';\n")
                .toString();
    }

    private void writeSettings(Path home) {
        Folders.write(folder.resolve("start.sql"), """
                CREATE DATABASE IF NOT EXISTS zhengxun CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER IF NOT EXISTS 'zhengxun'@'127.0.0.1';
                ALTER USER 'zhengxun'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON zhengxun.* TO 'zhengxun'@'127.0.0.1';
                """.formatted(password));
        String lines = """
                [mysqld]
                basedir="%s"
                datadir="%s"
                tmpdir="%s"
                init-file="%s"
                log-error="%s"
                # Relative to datadir: the path of a socket may have some 100 characters only.
                socket=mariadb.sock
                port=%d
                bind-address=127.0.0.1
                skip-name-resolve
                # Creating certificates at every start takes seconds; nothing leaves this machine.
                skip-ssl
                character-set-server=utf8mb4
                collation-server=utf8mb4_unicode_ci
                # The machine's own zone must not decide what is stored.
                default-time-zone=+00:00
                innodb-flush-log-at-trx-commit=1
                innodb-buffer-pool-size=256M
                innodb-log-file-size=128M
                max-allowed-packet=64M
                max-connections=100
                """.formatted(slashes(home), slashes(data()), slashes(folder.resolve("tmp")),
                slashes(folder.resolve("start.sql")), slashes(log()), port);
        Folders.write(settings, Folders.ownedByRoot(folder) ? lines + "user=root\n" : lines);
    }

    private ProcessBuilder command(Path home, String... options) {
        ProcessBuilder command = new ProcessBuilder(program(home).toString(), "--defaults-file=" + settings);
        command.command().addAll(List.of(options));
        if (binaries.platform() == Platform.MACOS_ARM64) {
            command.environment().put("DYLD_FALLBACK_LIBRARY_PATH", home.resolve("libs").toString());
        }
        return command.directory(folder.toFile());
    }

    private synchronized ServerProcess newProcess() {
        ServerProcess next = new ServerProcess("MariaDB", folder.resolve("output.log"));
        server = next;
        if (closed) {
            next.stop();
        }
        return next;
    }

    private Path program(Path home) {
        return home.resolve(binaries.platform().mariaDbServer());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("mariadb.log");
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
