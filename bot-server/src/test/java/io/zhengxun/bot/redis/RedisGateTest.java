package io.zhengxun.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisGateTest {

    private final RedisGate gate = new RedisGate(Clock.systemUTC());
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void an_answer_is_passed_on() {
        assertThat(gate.ask(() -> "x")).contains("x");
        assertThat(gate.awaySince()).isEmpty();
    }

    @Test
    void after_two_failures_nobody_waits_any_more() {
        for (int i = 0; i < 100; i++) {
            assertThat(gate.ask(this::fail)).isEmpty();
        }
        assertThat(asked).hasValue(2);
        assertThat(gate.awaySince()).isPresent();
    }

    @Test
    void one_failure_between_answers_is_a_hiccup() {
        for (int i = 0; i < 100; i++) {
            gate.ask(this::fail);
            assertThat(gate.ask(() -> "x")).contains("x");
        }
        assertThat(gate.awaySince()).isEmpty();
    }

    @Test
    void it_finds_out_by_itself_that_redis_is_back() {
        gate.ask(this::fail);
        gate.ask(this::fail);
        Instant start = Instant.now();
        while (gate.ask(() -> "x").isEmpty()) {
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
            Thread.onSpinWait();
        }
        assertThat(gate.awaySince()).isEmpty();
    }

    @Test
    void an_interrupted_question_says_nothing_about_redis() {
        for (int i = 0; i < 10; i++) {
            gate.ask(() -> {
                Thread.currentThread().interrupt();
                return fail();
            });
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(gate.awaySince()).isEmpty();
    }

    @Test
    void other_failures_are_not_redis_being_away() {
        assertThatThrownBy(() -> gate.ask(() -> {
            throw new IllegalStateException("a mistake of ours");
        })).hasMessage("a mistake of ours");
        assertThat(gate.awaySince()).isEmpty();
    }

    @Test
    void a_hanging_redis_holds_nobody_up_for_long() throws Exception {
        // Takes connections and never says a word.
        try (ServerSocket hanging = new ServerSocket(0)) {
            LettuceConnectionFactory connections = new LettuceConnectionFactory(
                    new RedisStandaloneConfiguration("127.0.0.1", hanging.getLocalPort()),
                    LettuceClientConfiguration.builder().commandTimeout(Duration.ofMillis(300)).build());
            connections.afterPropertiesSet();
            connections.start();
            StringRedisTemplate redis = new StringRedisTemplate(connections);
            Instant start = Instant.now();
            for (int i = 0; i < 50; i++) {
                assertThat(gate.ask(() -> redis.hasKey("x"))).isEmpty();
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
            connections.destroy();
        }
    }

    private String fail() {
        asked.incrementAndGet();
        throw new RedisConnectionFailureException("away");
    }
}
