package io.zhengxun.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.fixture.OwnPort;
import io.zhengxun.fixture.SimulatorClient;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The simulator against the real bot, both with the settings of {@code ./run}. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"spring.config.name=standalone", "zhengxun.simulator.answer-limit=2s"})
@ContextConfiguration(initializers = {SharedServers.class, OwnPort.class})
class StandaloneTest {

    private final SimulatorClient simulator;

    StandaloneTest(@LocalServerPort int port) {
        simulator = new SimulatorClient(port);
    }

    @BeforeEach
    void no_faults() {
        simulator.faults("{}");
    }

    @Test
    void a_follower_is_welcomed_by_the_real_bot() {
        String user = simulator.follower();
        await().until(() -> simulator.chat(user).size() == 2);
        assertThat(simulator.chat(user).path(1).path("side").asString()).isEqualTo("ACCOUNT");
    }

    @Test
    void a_message_sent_twice_at_once_and_three_times_over_has_one_effect_and_one_reply() {
        String user = simulator.follower();
        await().until(() -> simulator.chat(user).size() == 2);
        simulator.faults("{\"duplicatePush\":true,\"lostAnswers\":2,\"retryNonce\":\"FRESH\"}");
        long before = effects();

        long exchange = simulator.say(user, "你好");

        await().atMost(Duration.ofSeconds(20)).until(() -> simulator.exchange(exchange).path("attempts").size() == 6);
        assertThat(simulator.seen(user, exchange)).hasSize(1).allMatch(line -> line.startsWith("ACCOUNT:text:"));
        assertThat(effects()).isEqualTo(before + 1);
    }

    private long effects() {
        return simulator.json("GET", "/simulator/effects", null).path("count").asLong();
    }
}
