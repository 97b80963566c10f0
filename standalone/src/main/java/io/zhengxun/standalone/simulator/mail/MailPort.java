package io.zhengxun.standalone.simulator.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Chooses a free port for the e-mails and tells it to who takes them and who sends them, where {@code
 * zhengxun.simulator.mail.free-port} says so and nobody has named a mail server.
 */
class MailPort implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean wanted = environment.getProperty("zhengxun.simulator.mail.free-port", Boolean.class, false);
        if (wanted && environment.getProperty("spring.mail.host", "").isEmpty()) {
            int port = free();
            environment.getPropertySources().addFirst(new MapPropertySource("simulatedMail", Map.of(
                    "spring.mail.host", "127.0.0.1", "spring.mail.port", port, "zhengxun.simulator.mail.port", port)));
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
