package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.fixture.DemoSheet;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.StandaloneProcess;
import io.zhengxun.standalone.demo.DemoPeople;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of an import: of that file nothing is left, of what was stored before nothing is lost. */
class KilledProcessTest {

    private static final int ROWS = 60_000;

    @TempDir
    Path data;

    @Test
    void a_kill_during_an_import_loses_no_stored_row_and_leaves_no_half_batch() throws Exception {
        int port = StandaloneProcess.freePort();
        Process first = StandaloneProcess.start(data, port);
        try {
            awaitReady(first);
            assertThat(DemoSheet.handIn(port, DemoSheet.csv(1, 5)).statusCode()).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> large = HttpClient.newHttpClient()
                    .sendAsync(DemoSheet.request(port, DemoSheet.csv(1000, ROWS)), BodyHandlers.ofString());
            await().pollInterval(Duration.ofMillis(20)).until(() -> isStoring(port));

            first.toHandle().destroyForcibly();

            assertThat(large).failsWithin(Duration.ofSeconds(20));
        } finally {
            first.toHandle().destroyForcibly();
        }
        Process second = StandaloneProcess.start(data, port);
        try {
            awaitReady(second);
            assertThat(ask(port, DemoPeople.name(1) + " " + DemoSheet.number(1))).contains("已接收，待审核");
            assertThat(ask(port, DemoPeople.name(1000) + " " + DemoSheet.number(1000))).contains("没有查到");
            // Nothing of the file is in the way of handing it in again.
            assertThat(DemoSheet.handIn(port, DemoSheet.csv(1000, ROWS)).statusCode()).isEqualTo(200);
            assertThat(ask(port, DemoPeople.name(1000) + " " + DemoSheet.number(1000))).contains("已接收，待审核");
        } finally {
            second.toHandle().destroy();
            second.waitFor();
        }
    }

    /** Whether rows are being written in a transaction that is still open. */
    private static boolean isStoring(int port) throws IOException, InterruptedException {
        HttpResponse<String> active = HttpClient.newHttpClient()
                .send(
                        DemoSheet.get(port, "/actuator/metrics/hikaricp.connections.active").build(),
                        BodyHandlers.ofString());
        return active.body().contains("\"value\":1.0");
    }

    private static String ask(int port, String text) {
        SimulatorClient simulator = new SimulatorClient(port);
        String user = simulator.follower();
        long exchange = simulator.say(user, text);
        await().until(() -> !simulator.seen(user, exchange).isEmpty());
        return String.join("\n", simulator.seen(user, exchange));
    }

    private static void awaitReady(Process process) {
        process.inputReader(StandardCharsets.UTF_8).lines().takeWhile(line -> !line.contains("Ctrl-C")).forEach(line -> {});
    }
}
