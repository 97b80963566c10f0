package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.standalone.StandaloneApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as ./run starts it. */
class WholeProcessTest {

    @TempDir
    Path temporary;

    @Test
    void it_starts_answers_and_leaves_no_process_when_it_is_told_to_stop() throws Exception {
        Path data = temporary.resolve("数据 folder");
        int port = freePort();
        Process process = start(data, port);
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> told = output.lines().takeWhile(line -> !line.contains("Ctrl-C")).toList();
            assertThat(told).anyMatch(line -> line.contains("http://127.0.0.1:" + port + "/simulator/"));
            assertThat(health(port)).isEqualTo(200);
            List<ProcessHandle> servers = process.descendants().toList();
            assertThat(servers).hasSize(2);

            // Process.destroy() would also close the output that is still to be read.
            process.toHandle().destroy();

            assertThat(output.lines().toList()).last().asString().contains("Everything is stopped");
            assertThat(process.waitFor()).isEqualTo(143);
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
        } finally {
            // Process.destroy() would also close the output that is still to be read.
            process.toHandle().destroy();
        }
        assertThat(data.resolve("zhengxun.log")).content().doesNotContain(" ERROR ");
        assertThat(data.resolve("zhengxun.pid")).doesNotExist();
    }

    @Test
    void a_taken_port_ends_it_with_one_line_before_anything_is_written() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = temporary.resolve("data");
            Process process = start(data, other.getLocalPort());

            assertThat(words(process)).containsExactly("Zhengxun cannot start. Port " + other.getLocalPort()
                    + " is taken by another program: stop that one, or choose another port, for instance PORT="
                    + (other.getLocalPort() + 1) + " ./run");
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_reset_of_a_folder_that_is_not_ours_ends_it_with_one_line() throws Exception {
        Path letter = Files.writeString(temporary.resolve("letter"), "precious");

        Process process = start(temporary, freePort(), "--reset");

        assertThat(words(process)).singleElement().asString().contains("nothing was touched");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(letter).hasContent("precious");
    }

    private static Process start(Path data, int port, String... arguments) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneApplication.class.getName());
        command.command().addAll(List.of(arguments));
        command.environment().put("DATA_DIR", data.toString());
        command.environment().put("PORT", Integer.toString(port));
        command.environment().remove("SPRING_DATASOURCE_URL");
        command.environment().remove("SPRING_DATA_REDIS_URL");
        return command.redirectErrorStream(true).start();
    }

    private static List<String> words(Process process) throws IOException {
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            return output.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static int health(int port) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
