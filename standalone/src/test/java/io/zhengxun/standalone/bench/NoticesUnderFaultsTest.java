package io.zhengxun.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.embedded.DataFolder;
import io.zhengxun.embedded.EmbeddedServers;
import io.zhengxun.fixture.NotifierProcess;
import io.zhengxun.fixture.RestartedDatabase;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.notifier.NotifierApplication;
import io.zhengxun.registry.privacy.Vault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Notifiers, the platform, MariaDB and Redis as processes of their own; each dies, hangs or lies in turn. Whatever happens,
 * the platform has taken each notice exactly once in the end, and was not stormed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesUnderFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration OUTAGE = Duration.ofSeconds(2);
    private static final int PEOPLE = 2000;
    private static final String SEND = "/cgi-bin/message/template/send";

    private OwnSimulator simulator;
    private SimulatorClient platform;
    private DataFolder folder;
    private EmbeddedServers servers;
    private ConfigurableApplicationContext rooms;
    private JdbcTemplate jdbc;
    private ManyReturns returns;
    private NotifierProcess first;
    private RestartedDatabase restarted;
    private long expected;

    @BeforeAll
    void everything_runs() {
        simulator = new OwnSimulator();
        platform = new SimulatorClient(URI.create(simulator.apiAddress()).getPort());
        Path target = Path.of(System.getProperty("basedir", "."), "target").toAbsolutePath();
        folder = DataFolder.claim(target.resolve("faults-" + ProcessHandle.current().pid()));
        servers = new EmbeddedServers(folder, target.resolve("../../embedded/target/server-programs").normalize(), words -> {});
        servers.start();
        rooms = rooms(servers.springProperties());
        jdbc = rooms.getBean(JdbcTemplate.class);
        returns = new ManyReturns(jdbc, rooms.getBean(Vault.class), PEOPLE);
        first = notifier();
    }

    /** The tables and the vault, in this process; nothing is sent from here. */
    private static ConfigurableApplicationContext rooms(Map<String, Object> servers) {
        return new SpringApplicationBuilder(NotifierApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name", "standalone",
                        "spring.messages.basename", "messages/registry",
                        "zhengxun.dispatch.enabled", "false",
                        "zhengxun.planning.enabled", "false",
                        "zhengxun.confirming.enabled", "false"))
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("servers", servers)))
                .run();
    }

    private NotifierProcess notifier() {
        return NotifierProcess.start(servers.springProperties(), simulator.apiAddress());
    }

    @BeforeEach
    void the_platform_works() {
        platform.faults("{}");
    }

    @AfterEach
    void each_notice_was_taken_once() {
        platform.faults("{}");
        await().atMost(LONG).until(() -> waiting() == 0);
        String taken = platform.call("GET", "/simulator/accepted", "").body();
        assertThat(simulator.accepted()).as(taken).isEqualTo(expected);
        assertThat(taken).contains("\"twice\":0");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM notice WHERE accepted_at IS NOT NULL AND state IN ('SENT', 'DELIVERED')",
                Long.class)).isEqualTo(expected);
    }

    @AfterAll
    void all_ends() throws IOException {
        first.kill();
        rooms.close();
        if (restarted != null) {
            restarted.stop();
        }
        servers.close();
        folder.close();
        FileSystemUtils.deleteRecursively(folder.path());
        simulator.close();
    }

    @Test
    void a_notifier_killed_with_a_thousand_under_way_leaves_them_to_the_other() {
        platform.faults(fault("HANG", ", \"millis\": 100"));
        NotifierProcess second = notifier();
        try {
            announce(PEOPLE);
            await().atMost(LONG).until(() -> simulator.accepted() > expected - PEOPLE + 50 && sending() >= 1000);

            second.kill();

            platform.faults("{}");
            await().atMost(LONG).until(() -> waiting() == 0);
        } finally {
            second.kill();
        }
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(DISTINCT notice_id) FROM notice_decision WHERE decision = 'TAKEN_OVER'", Long.class))
                .isPositive();
    }

    /** Each fault strikes for a while: every call until it is taken away, some seconds later. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            says it is busy                      | ERRCODE | , "code": -1
            answers 500                          | HTTP    | , "code": 500
            answers with a gateway's page        | HTML    | , "code": 502
            closes the connection                | CLOSE   | ''
            takes it, then closes the connection | CLOSE   | , "effect": true
            takes it, then says 500              | HTTP    | , "code": 500, "effect": true
            answers too late                     | HANG    | , "millis": 1500
            refuses each token                   | ERRCODE | , "code": 40001
            is called too often                  | ERRCODE | , "code": 45011
            has no quota left                    | ERRCODE | , "code": 45009
            """)
    void all_is_sent_in_the_end_when_the_platform(String says, String kind, String more) {
        int count = 150;
        long triesBefore = tries();
        platform.faults(fault(kind, more));
        announce(count);
        await().atMost(LONG).until(() -> tries() > triesBefore);
        // So long the fault lasts: time enough for a storm.
        await().pollDelay(OUTAGE).until(() -> true);
        long underFault = tries() - triesBefore;

        platform.faults("{}");

        await().atMost(LONG).until(() -> waiting() == 0);
        // 32 at a time, 50 calls until the channel counts as down, then 5 a trial: not one for each notice and moment.
        assertThat(underFault).as("tries while it %s", says).isBetween(1L, 250L);
        assertThat(tries() - triesBefore).isBetween((long) count, 3L * count);
    }

    @Test
    void a_token_that_is_dead_all_of_a_sudden_is_replaced() {
        platform.call("POST", "/simulator/faults/expire-tokens", "");

        announce(100);

        await().atMost(LONG).until(() -> waiting() == 0);
    }

    @Test
    void without_redis_it_goes_on() {
        servers.redis().stop();
        try {
            announce(200);
            await().atMost(LONG).until(() -> waiting() == 0);
        } finally {
            servers.redis().start();
        }
        announce(200);
    }

    @Test
    void a_restarted_database_loses_and_doubles_nothing() {
        platform.faults(fault("HANG", ", \"millis\": 50"));
        announce(600);
        long before = expected - 600;
        await().atMost(LONG).until(() -> simulator.accepted() > before + 30);

        restarted = RestartedDatabase.killed(folder.path());

        await().atMost(LONG).ignoreExceptions().until(() -> waiting() == 0);
    }

    private static String fault(String kind, String more) {
        return "{\"endpoints\": [{\"path\": \"" + SEND + "\", \"kind\": \"" + kind + "\"" + more + "}]}";
    }

    private void announce(int count) {
        IntStream added = returns.add(count);
        expected += count;
        returns.announce(added);
    }

    private long waiting() {
        return jdbc.queryForObject("SELECT (SELECT COUNT(*) FROM outbox_event WHERE state = 'NEW')"
                + " + (SELECT COUNT(*) FROM notice WHERE state IN ('QUEUED', 'SENDING'))"
                + " + (SELECT COUNT(*) FROM notice WHERE state = 'SENT' AND accepted_at IS NULL)", Long.class);
    }

    private long sending() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM notice WHERE state = 'SENDING'", Long.class);
    }

    private long tries() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM notice_attempt", Long.class);
    }
}
