package io.zhengxun.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.fixture.DemoSheet;
import io.zhengxun.fixture.OwnPort;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.standalone.demo.DemoPeople;
import io.zhengxun.standalone.simulator.Suggestion;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** From the institution's sheet to the holder's phone, through the encrypted callback; and what it leaves in the log (Q6). */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"spring.config.name=standalone", "zhengxun.simulator.answer-limit=2s"})
@ContextConfiguration(initializers = {SharedServers.class, OwnPort.class})
class WholeRunTest {

    private static final Pattern PERSONAL = Pattern.compile("\\p{IsHan}{1,2}[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|440099[0-9Xx]{12}");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final int port;
    private final SimulatorClient simulator;

    @Autowired
    ObjectProvider<Suggestion> suggestions;

    @Autowired
    JdbcTemplate jdbc;

    WholeRunTest(@LocalServerPort int port) {
        this.port = port;
        this.simulator = new SimulatorClient(port);
    }

    @BeforeEach
    void listen() {
        log.start();
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(log);
        logger("io.zhengxun").setLevel(Level.DEBUG);
        logger("org.springframework.web").setLevel(Level.DEBUG);
        simulator.faults("{}");
    }

    @AfterEach
    void listen_no_more() {
        logger("io.zhengxun").setLevel(null);
        logger("org.springframework.web").setLevel(null);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(log);
    }

    @Test
    void a_row_that_an_institution_hands_in_is_found_by_its_holder() throws Exception {
        String faulty = DemoSheet.csv(1, 3).replace("高级工", "超级工");
        assertThat(DemoSheet.handIn(port, faulty).statusCode()).isEqualTo(422);
        assertThat(ask(DemoPeople.name(1) + " " + DemoSheet.number(1))).contains("没有查到");

        assertThat(DemoSheet.handIn(port, DemoSheet.csv(1, 3)).statusCode()).isEqualTo(200);

        assertThat(ask(DemoPeople.name(1) + " " + DemoSheet.number(1)))
                .contains("尚未在国网公布", "广州市技能中心已接收，待审核", "最迟应于");
    }

    @Test
    void what_the_demo_published_was_published_weeks_after_it_was_issued() {
        String published = """
                SELECT COUNT(*) FROM certificate c JOIN submission s ON s.id = c.submission_id
                WHERE s.stage = 'PUBLISHED' AND c.published_on""";
        assertThat(jdbc.queryForObject(published + " = DATE(s.stage_since + INTERVAL 8 HOUR) AND DATEDIFF(c.published_on,"
                + " c.issue_date) BETWEEN 30 AND 50", Integer.class))
                .isPositive()
                .isEqualTo(jdbc.queryForObject(published + " IS NOT NULL", Integer.class));
    }

    @Test
    void a_whole_run_leaves_no_name_and_no_id_number_in_the_log() throws Exception {
        List<String> answers = new ArrayList<>();
        for (Suggestion suggestion : suggestions.orderedStream().toList()) {
            answers.add(ask(suggestion.text()));
        }
        DemoSheet.handIn(port, DemoSheet.csv(500, 3).replace("居民身份证", "护照"));
        DemoSheet.handIn(port, DemoSheet.csv(600, 3));
        DemoSheet.handIn(port, DemoSheet.csv(600, 3));
        simulator.faults("{\"wrongSignature\":true}");
        simulator.say(simulator.follower(), DemoPeople.name(7) + " " + DemoPeople.idNumber(7));

        assertThat(answers).hasSizeGreaterThan(10).noneMatch(String::isEmpty);
        List<ILoggingEvent> logged = logged();
        assertThat(logged).hasSizeGreaterThan(20);
        assertThat(logged.stream().flatMap(WholeRunTest::found)).isEmpty();
    }

    @Test
    void the_openapi_page_and_health_are_there() throws Exception {
        for (String path : List.of("/", "/swagger-ui.html", "/v3/api-docs", "/actuator/health", "/simulator/")) {
            HttpResponse<String> answer =
                    HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()
                            .send(DemoSheet.get(port, path).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
    }

    /** What a new follower reads in answer to a message. */
    private String ask(String text) {
        String user = simulator.follower();
        long exchange = simulator.say(user, text);
        await().until(() -> !simulator.seen(user, exchange).isEmpty());
        return String.join("\n", simulator.seen(user, exchange));
    }

    /** Threads of the applications go on logging; the appender's own lock keeps them out while the list is copied. */
    private List<ILoggingEvent> logged() {
        synchronized (log) {
            return List.copyOf(log.list);
        }
    }

    /** The personal data in a log entry, stack traces included. */
    private static Stream<String> found(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String text = event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
        return PERSONAL.matcher(text).results().map(match -> event.getLoggerName() + ": " + event.getMessage());
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
