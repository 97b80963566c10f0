package io.zhengxun.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.embedded.RunningDatabase;
import io.zhengxun.fixture.DemoCaller;
import io.zhengxun.fixture.DemoSheet;
import io.zhengxun.fixture.StandaloneProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** kill -9 in the middle of the return of a large batch: it is untouched or wholly returned, with all that belongs to it. */
class KilledReturnTest {

    private static final int ROWS = 10_000;
    private static final String CITY = "demo-shi";
    private static final String AUDITOR = "demo-shenji";

    /** Of a batch, everything that its return changes. */
    private static final String EVERYTHING = """
            SELECT s.stage, s.version, s.carried_rows,
                (SELECT COUNT(*) FROM certificate c WHERE c.submission_id = s.id AND c.return_id IS NOT NULL) AS sent_back,
                (SELECT COUNT(*) FROM submission_return r WHERE r.submission_id = s.id) AS returned,
                (SELECT COUNT(*) FROM return_row w JOIN submission_return r ON r.id = w.return_id
                    WHERE r.submission_id = s.id) AS return_rows,
                (SELECT GROUP_CONCAT(d.rule, ' ', d.state ORDER BY d.id) FROM deadline d
                    WHERE d.subject_kind = 'SUBMISSION' AND d.subject_id = s.id) AS clocks,
                (SELECT GROUP_CONCAT(d.rule, ' ', d.state) FROM deadline d JOIN submission_return r ON r.id = d.subject_id
                    WHERE d.subject_kind = 'RETURN' AND r.submission_id = s.id) AS return_clocks,
                (SELECT COUNT(*) FROM outbox_event o JOIN submission_return r ON r.number = o.subject_key
                    WHERE r.submission_id = s.id) AS return_events,
                (SELECT COUNT(*) FROM audit_entry a WHERE a.subject_key = s.number AND a.act = 'SUBMISSION_RETURN_REST')
                    AS acts
            FROM submission s WHERE s.number = ?""";

    private static final String ANY_RETURN_ROW = """
            SELECT EXISTS (SELECT 1 FROM return_row w JOIN submission_return r ON r.id = w.return_id
                JOIN submission s ON s.id = r.submission_id WHERE s.number = ?)""";

    @TempDir
    Path data;

    @Test
    void a_kill_during_a_return_leaves_the_batch_untouched_or_wholly_returned() throws Exception {
        int port = StandaloneProcess.freePort();
        String batch;
        Map<String, Object> untouched;
        Process first = StandaloneProcess.start(data, port);
        try {
            awaitReady(first);
            assertThat(DemoSheet.handIn(port, DemoSheet.csv(1, ROWS)).statusCode()).isEqualTo(200);
            DemoCaller city = DemoCaller.loggedIn(port, CITY);
            try (Connection connection = connection()) {
                JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
                batch = sql.queryForObject("SELECT number FROM submission ORDER BY id DESC LIMIT 1", String.class);
                assertThat(city.post("/api/submissions/" + batch + "/take-up", version(sql, batch)).statusCode())
                        .isEqualTo(200);
                untouched = sql.queryForMap(EVERYTHING, batch);
                CompletableFuture<HttpResponse<String>> returning = giveBack(city, sql, batch);
                awaitSomeRows(connection, batch);

                first.toHandle().destroyForcibly();

                assertThat(returning).failsWithin(Duration.ofSeconds(20));
            }
        } finally {
            first.toHandle().destroyForcibly();
        }
        first.waitFor();
        Process second = StandaloneProcess.start(data, port);
        try (Connection connection = connectionOnceReady(second)) {
            JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            DemoCaller city = DemoCaller.loggedIn(port, CITY);
            boolean returned = !sql.queryForMap(EVERYTHING, batch).equals(untouched);
            assertIntactTrail(port);

            HttpResponse<String> again = giveBack(city, sql, batch).join();

            assertThat(again.statusCode()).as(again.body()).isEqualTo(returned ? 409 : 201);
            assertThat(sql.queryForMap(EVERYTHING, batch)).hasToString(wholly(untouched));
            assertIntactTrail(port);
        } finally {
            second.toHandle().destroy();
            second.waitFor();
        }
    }

    private static String wholly(Map<String, Object> untouched) {
        return "{stage=RETURNED_BY_CITY, version=" + ((int) untouched.get("version") + 1) + ", carried_rows=0, sent_back="
                + ROWS + ", returned=1, return_rows=" + ROWS
                + ", clocks=D2 MET, return_clocks=D10 OPEN, return_events=1, acts=1}";
    }

    private static CompletableFuture<HttpResponse<String>> giveBack(DemoCaller city, JdbcTemplate sql, String batch) {
        String terms = version(sql, batch).replace("}", ", \"all\": true, \"reason\": \"NAME\"}");
        return city.begin("/api/submissions/" + batch + "/return", terms);
    }

    private static String version(JdbcTemplate sql, String batch) {
        return "{\"version\": " + sql.queryForObject("SELECT version FROM submission WHERE number = ?", int.class, batch)
                + "}";
    }

    private static void assertIntactTrail(int port) throws IOException, InterruptedException {
        assertThat(DemoCaller.loggedIn(port, AUDITOR).get("/api/audit/verification").body()).contains("\"intact\":true");
    }

    /** Rows of the return that are written in a transaction that is still open. */
    private static void awaitSomeRows(Connection connection, String batch) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> sql.queryForObject(ANY_RETURN_ROW, boolean.class, batch));
    }

    private Connection connectionOnceReady(Process process) throws SQLException {
        awaitReady(process);
        return connection();
    }

    private Connection connection() throws SQLException {
        Map<String, Object> settings = RunningDatabase.of(data).orElseThrow();
        return DriverManager.getConnection(
                (String) settings.get("spring.datasource.url"),
                (String) settings.get("spring.datasource.username"),
                (String) settings.get("spring.datasource.password"));
    }

    private static void awaitReady(Process process) {
        process.inputReader(StandardCharsets.UTF_8).lines().takeWhile(line -> !line.contains("Ctrl-C")).forEach(line -> {});
    }
}
