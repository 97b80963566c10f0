package io.zhengxun.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One MariaDB and one Redis for all tests of a JVM, with fresh data, started when the first test asks and stopped when
 * the JVM ends. For Spring: {@code @ContextConfiguration(initializers = SharedServers.class)}.
 */
public final class SharedServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("sharedServers", properties()));
    }

    /** The same settings for a test without Spring. */
    public static Map<String, Object> properties() {
        return Running.SERVERS.springProperties();
    }

    /** Redis, to stop and start again; who stops it starts it before the test ends. */
    public static Redis redis() {
        return Running.SERVERS.redis();
    }

    /** Loaded, and thereby started, by the first use. */
    private static final class Running {

        static final EmbeddedServers SERVERS = start();

        private static EmbeddedServers start() {
            Path target = Path.of(System.getProperty("basedir", "."), "target").toAbsolutePath().normalize();
            // One folder per JVM: several builds may run at once.
            Path data = target.resolve("servers-of-" + ProcessHandle.current().pid());
            removeOrphans(target);
            DataFolder folder = DataFolder.claim(data);
            EmbeddedServers servers = new EmbeddedServers(folder, programs(target), words -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                servers.close();
                folder.close();
                Folders.delete(data);
            }));
            servers.start();
            return servers;
        }

        /** What a killed test JVM left: its servers and its folder. */
        private static void removeOrphans(Path target) {
            for (Path orphan : Folders.entries(target, "servers-of-")) {
                try (DataFolder folder = DataFolder.claim(orphan)) {
                    EmbeddedServers.stopLeftovers(folder, words -> {});
                    Folders.delete(orphan);
                } catch (StartRefused stillInUse) {
                    continue;
                }
            }
        }

        /** All modules of the build share the unpacked programs. */
        private static Path programs(Path target) {
            Path module = target.resolve("../../embedded").normalize();
            Path home = Files.exists(module.resolve("pom.xml")) ? module.resolve("target") : target;
            return home.resolve("server-programs");
        }
    }
}
