package io.zhengxun.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.fixture.SimulatorClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The simulator in a process of its own, as benchmarks and fault tests start it. */
class SimulatorApplicationTest {

    @Test
    void it_tells_where_it_is_ready_and_needs_nothing_else() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorApplication.class.getName(),
                        "--server.port=0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String first = output.readLine();
            assertThat(first).startsWith(SimulatorApplication.READY + "http://127.0.0.1:");
            SimulatorClient simulator = new SimulatorClient(Integer.parseInt(first.substring(first.lastIndexOf(':') + 1)));
            assertThat(simulator.json("GET", "/simulator/accepted", null).at("/totals/count").asInt(-1)).isZero();
            assertThat(simulator.call("GET", "/simulator/effects", null).statusCode()).isEqualTo(404);
        } finally {
            process.destroyForcibly();
        }
    }
}
