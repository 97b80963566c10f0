package io.zhengxun.standalone.bench;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.notifier.NotifierApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The notifier in this process, on a database and a Redis of its own, which are gone when it is closed. */
final class OwnNotifier implements AutoCloseable {

    private final Path data;
    private final DataFolder folder;
    private final EmbeddedServers servers;
    private final ConfigurableApplicationContext context;

    OwnNotifier(PrintStream out, String apiAddress) {
        Path target = Path.of("standalone", "target").toAbsolutePath();
        data = target.resolve("bench-" + ProcessHandle.current().pid());
        folder = DataFolder.claim(data);
        servers = new EmbeddedServers(folder, target.resolve("bench-programs"), out::println);
        out.println("Starting a database and a Redis of its own…");
        try {
            servers.start();
            context = start(servers.springProperties(), apiAddress);
            stop("planning");
            stop("dispatch");
        } catch (RuntimeException e) {
            clear();
            throw e;
        }
    }

    private static ConfigurableApplicationContext start(Map<String, Object> own, String apiAddress) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.put("zhengxun.wechat.mp.api-base-url", apiAddress);
        settings.put("zhengxun.dispatch.channels.TEMPLATE.per-second", "1000000");
        settings.put("zhengxun.dispatch.channels.TEMPLATE.per-day", "100000000");
        return new SpringApplicationBuilder(NotifierApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of(
                        "spring.config.name", "standalone",
                        "spring.messages.basename", "messages/registry",
                        "logging.level.root", "WARN"))
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("bench", settings)))
                .run();
    }

    <T> T room(Class<T> type) {
        return context.getBean(type);
    }

    /** @param room planning or dispatch */
    void start(String room) {
        context.getBean(room, SmartLifecycle.class).start();
    }

    void stop(String room) {
        context.getBean(room, SmartLifecycle.class).stop();
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
