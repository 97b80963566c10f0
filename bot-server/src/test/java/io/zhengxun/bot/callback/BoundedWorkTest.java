package io.zhengxun.bot.callback;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Enough request threads, or the overload waits unseen in the web server instead of being shed. */
class BoundedWorkTest {

    @ParameterizedTest
    @CsvSource({"200, 200, 1", "300, 150, 150", "10, 200, 150", ", 150, 50"})
    void a_start_without_threads_to_shed_is_refused(String threads, int places, int waiting) {
        assertThatThrownBy(() -> work(threads, places, waiting))
                .hasMessageContaining("server.tomcat.threads.max")
                .hasMessageContaining("must be above zhengxun.callback.places + zhengxun.callback.waiting");
    }

    @ParameterizedTest
    @CsvSource({"400, 150, 150", "301, 150, 150", ", 150, 49"})
    void a_start_with_threads_to_shed_is_not(String threads, int places, int waiting) {
        assertThatNoException().isThrownBy(() -> work(threads, places, waiting));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtual_threads_need_no_such_limit() {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.threads.virtual.enabled", "true");

        assertThatNoException().isThrownBy(() -> new BoundedWork(settings(200, 200), environment));
    }

    private static BoundedWork work(String threads, int places, int waiting) {
        MockEnvironment environment = new MockEnvironment();
        if (threads != null) {
            environment.setProperty("server.tomcat.threads.max", threads);
        }
        return new BoundedWork(settings(places, waiting), environment);
    }

    private static CallbackSettings settings(int places, int waiting) {
        return new CallbackSettings(
                Duration.ofMinutes(5), Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofHours(1), Duration.ZERO,
                places, waiting);
    }
}
