package io.zhengxun.standalone.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.fixture.NotifierProcess;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorProcess;
import io.zhengxun.registry.privacy.PrivacySettings;
import io.zhengxun.registry.privacy.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Notifiers and the simulated WeChat as processes, and what goes wrong between them: every notice is accepted in the end, and
 * none is shown twice to anybody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifierFaultsTest {

    private static final int PEOPLE = 2000;
    private static final Duration LONG = Duration.ofSeconds(90);
    /** Of zhengxun.dispatch.tries. */
    private static final int MOST_CALLS = 10;

    @TempDir
    static Path folder;

    private DataFolder data;
    private EmbeddedServers servers;
    private SimulatorProcess simulatorProcess;
    private SimulatorClient simulator;
    private NotifierProcess one;
    private NotifierProcess other;
    private JdbcTemplate sql;
    private int notices;

    @BeforeAll
    void start() throws IOException {
        data = DataFolder.claim(folder.resolve("data"));
        simulatorProcess = new SimulatorProcess();
        servers = new EmbeddedServers(
                data, Path.of(System.getProperty("basedir", "."), "..", "embedded", "target", "server-programs"), words -> {});
        servers.start();
        Map<String, Object> settings = servers.springProperties();
        simulator = simulatorProcess.client();
        one = new NotifierProcess(folder, settings, simulatorProcess.address());
        other = new NotifierProcess(folder, settings, simulatorProcess.address());
        sql = new JdbcTemplate(new DriverManagerDataSource((String) settings.get("spring.datasource.url"),
                (String) settings.get("spring.datasource.username"), (String) settings.get("spring.datasource.password")));
        await().atMost(LONG).until(() -> one.isReady() && other.isReady());
        addPeople();
    }

    @AfterAll
    void stop() {
        List.of(one, other).forEach(NotifierProcess::close);
        simulatorProcess.close();
        await().atMost(LONG).until(() -> !one.isAlive() && !other.isAlive());
        servers.close();
        data.close();
    }

    @BeforeEach
    void nothingIsWrong() throws IOException {
        simulator.faults("{}");
        if (!one.isAlive()) {
            one = new NotifierProcess(folder, servers.springProperties(), simulatorProcess.address());
            await().atMost(LONG).until(() -> one.isReady());
        }
    }

    @Test
    void a_notifier_is_killed_with_a_thousand_notices_under_way_and_another_one_finishes_them() throws Exception {
        simulator.faults("""
                {"endpoints": [{"path": "/cgi-bin/message/template", "kind": "HANG", "millis": 300}]}""");
        int last = tell(2000);
        await().atMost(LONG).until(() -> count("state = 'SENDING'") > 1500 && count("state = 'SENT'") > 20);

        one.kill();
        simulator.faults("{}");

        awaitAllAccepted();
        assertThat(last).isEqualTo(notices);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice_decision WHERE decision = 'TAKEN_OVER'", Integer.class))
                .isGreaterThan(500);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "500                         | {\"kind\": \"HTTP\", \"code\": 500, \"times\": 60}",
        "502 with a page, carried out| {\"kind\": \"HTML\", \"code\": 502, \"times\": 60, \"effect\": true}",
        "no answer in time           | {\"kind\": \"HANG\", \"millis\": 1500, \"times\": 60}",
        "connection closed           | {\"kind\": \"CLOSE\", \"times\": 60}",
        "closed, carried out         | {\"kind\": \"CLOSE\", \"times\": 60, \"effect\": true}",
        "system busy                 | {\"kind\": \"ERRCODE\", \"code\": -1, \"times\": 60}",
        "busy, carried out           | {\"kind\": \"ERRCODE\", \"code\": -1, \"times\": 60, \"effect\": true}",
        "token invalid               | {\"kind\": \"ERRCODE\", \"code\": 40001, \"times\": 5}",
        "quota used up               | {\"kind\": \"ERRCODE\", \"code\": 45009, \"times\": 5}",
        "too fast                    | {\"kind\": \"ERRCODE\", \"code\": 45011, \"times\": 5}"
    })
    void whatever_the_platform_does_all_are_accepted_once_and_nothing_storms(String name, String fault) {
        long callsBefore = attempts();
        simulator.faults("{\"endpoints\": [" + fault.replaceFirst(
                "\\{", "{\"path\": \"/cgi-bin/message/template\", ") + "]}");

        tell(200);

        awaitAllAccepted();
        assertThat(attempts() - callsBefore).isLessThanOrEqualTo(200 + 3 * 60);
        assertThat(sql.queryForObject("SELECT MAX(n) FROM (SELECT COUNT(*) n FROM notice_attempt GROUP BY notice_id) tries",
                Integer.class)).isLessThanOrEqualTo(MOST_CALLS);
    }

    @Test
    void the_database_restarts() {
        simulator.faults("""
                {"endpoints": [{"path": "/cgi-bin/message/template", "kind": "HANG", "millis": 50}]}""");
        int before = count("state = 'SENT'");
        tell(800);
        await().atMost(LONG).until(() -> count("state = 'SENT'") > before + 50);

        servers.pauseDatabase();
        servers.resumeDatabase();

        awaitAllAccepted();
    }

    @Test
    void redis_is_gone_for_a_while() {
        servers.redis().stop();
        try {
            tell(300);
            awaitAllAccepted();
        } finally {
            servers.redis().start();
        }
        tell(100);
        awaitAllAccepted();
    }

    /** Each once, and recorded so. */
    private void awaitAllAccepted() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> accepted().path("ids").asInt() == notices
                && count("state = 'SENT'") == notices);
        assertThat(accepted().path("count").asInt()).isEqualTo(notices);
        assertThat(accepted().path("twice").asInt()).isZero();
    }

    private JsonNode accepted() {
        return simulator.json("GET", "/simulator/accepted", null).path("totals");
    }

    private int count(String condition) {
        return sql.queryForObject("SELECT COUNT(*) FROM notice WHERE " + condition, Integer.class);
    }

    private long attempts() {
        return sql.queryForObject("SELECT COUNT(*) FROM notice_attempt", Long.class);
    }

    /** One notice for each of so many people. */
    private int tell(int count) {
        int first = notices + 1;
        sql.batchUpdate("""
                INSERT INTO notice (kind, notice_key, recipient_kind, recipient_id, lane, subject_kind, subject_key, facts,
                    urgent, channels, channel, state, open_mark, round, attempts, due_at, cause, occurred_at, created_at,
                    version)
                VALUES ('TEST', ?, 'CONTACT', ?, ?, 'CONTACT', ?, ?, 0, 'TEMPLATE', 'TEMPLATE', 'QUEUED', 1, 0, 0,
                    UTC_TIMESTAMP(3), '', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 0)""",
                IntStream.range(first, first + count).mapToObj(n -> new Object[] {
                    "fault:" + n, 1 + n % PEOPLE, "C" + (1 + n % PEOPLE), String.valueOf(n),
                    "{\"day\":\"2026-11-23\",\"by\":\"示例\"}"
                }).toList());
        notices += count;
        return notices;
    }

    private void addPeople() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(PrivacySettings.class, () -> new PrivacySettings(
                    Map.of(1, "3q2+796tvu/erb7v3q2+7w=="), Map.of(1, "ZGVtby1pbmRleC1rZXktbm90LWZvci1yZWFsLXVzZSE="), null,
                    null));
            context.register(Vault.class);
            context.refresh();
            Vault vault = context.getBean(Vault.class);
            sql.batchUpdate("""
                    INSERT INTO contact (id, region_code, name, duties, channels, open_id_sealed, open_id_hash, state, bound_at,
                        lasting_mark, created_by, created_at, version)
                    VALUES (?, '440100', '示例', 'RETURNS', 'TEMPLATE', ?, ?, 'BOUND', UTC_TIMESTAMP(3), 1, 'test',
                        UTC_TIMESTAMP(3), 0)""",
                    IntStream.rangeClosed(1, PEOPLE).mapToObj(n -> {
                        String openId = "oCrowd%08d".formatted(n);
                        return new Object[] {n, vault.seal(openId), vault.fingerprint("contact-openid", openId)};
                    }).toList());
        }
    }
}
