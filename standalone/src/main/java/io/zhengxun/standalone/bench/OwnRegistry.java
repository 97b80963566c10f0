package io.zhengxun.standalone.bench;

import com.baomidou.mybatisplus.autoconfigure.MybatisPlusAutoConfiguration;
import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.registry.RegistryConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The registry's rooms on a fresh database of their own, which is gone when it is closed. */
final class OwnRegistry implements AutoCloseable {

    private final Path data;
    private final DataFolder folder;
    private final EmbeddedServers servers;
    private final ConfigurableApplicationContext context;

    OwnRegistry(PrintStream out) {
        Path target = Path.of("standalone", "target").toAbsolutePath();
        data = target.resolve("bench-" + ProcessHandle.current().pid());
        folder = DataFolder.claim(data);
        servers = new EmbeddedServers(folder, target.resolve("bench-programs"), out::println);
        out.println("Starting a database of its own…");
        try {
            servers.start();
            context = start(servers.springProperties());
        } catch (RuntimeException e) {
            clear();
            throw e;
        }
    }

    /** Not a {@code @Configuration}: the standalone application must not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        MybatisPlusAutoConfiguration.class
    })
    @Import(RegistryConfiguration.class)
    static class Rooms {}

    private static ConfigurableApplicationContext start(Map<String, Object> database) {
        return new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of(
                        "spring.config.name", "standalone",
                        "spring.messages.basename", "messages/registry",
                        "logging.level.root", "OFF"))
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("ownDatabase", database)))
                .run();
    }

    <T> T room(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        clear();
    }

    private void clear() {
        servers.close();
        folder.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
