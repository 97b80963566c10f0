package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.fixture.StandaloneProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        int port = StandaloneProcess.freePort();
        Process process = StandaloneProcess.start(data, port);
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> told = output.lines().takeWhile(line -> !line.contains("Ctrl-C")).toList();
            assertThat(told).anyMatch(line -> line.contains("http://127.0.0.1:" + port + "/simulator/"));
            assertThat(StandaloneProcess.health(port)).isEqualTo(200);
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
            Process process = StandaloneProcess.start(data, other.getLocalPort());

            assertThat(StandaloneProcess.words(process)).containsExactly("Zhengxun cannot start. Port " + other.getLocalPort()
                    + " is taken by another program: stop that one, or choose another port, for instance PORT="
                    + (other.getLocalPort() + 1) + " ./run");
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_reset_of_a_folder_that_is_not_ours_ends_it_with_one_line() throws Exception {
        Path letter = Files.writeString(temporary.resolve("letter"), "precious");

        Process process = StandaloneProcess.start(temporary, StandaloneProcess.freePort(), "--reset");

        assertThat(StandaloneProcess.words(process)).singleElement().asString().contains("nothing was touched");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(letter).hasContent("precious");
    }
}
