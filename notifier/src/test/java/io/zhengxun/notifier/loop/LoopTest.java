package io.zhengxun.notifier.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever a round throws, the loop goes on, and says once that it failed and once that it works again. */
@ExtendWith(OutputCaptureExtension.class)
class LoopTest {

    @Test
    void a_failure_does_not_end_the_loop(CapturedOutput log) {
        goesOnAfter(() -> {
            throw new IllegalStateException("what was being written");
        });

        assertThat(log.getAll().lines().filter(line -> line.contains("Testing failed (IllegalStateException)")))
                .singleElement().asString().contains("WARN");
        assertThat(log.getAll()).contains("Testing goes on").doesNotContain("what was being written");
    }

    @Test
    void an_error_does_not_end_the_loop_and_is_said_loudly(CapturedOutput log) {
        goesOnAfter(() -> {
            throw new StackOverflowError("what was being written");
        });

        assertThat(log.getAll().lines().filter(line -> line.contains("Testing failed (StackOverflowError)")))
                .singleElement().asString().contains("ERROR");
        assertThat(log.getAll()).contains("Testing goes on").doesNotContain("what was being written");
    }

    private static void goesOnAfter(Supplier<Duration> failure) {
        AtomicInteger rounds = new AtomicInteger();
        Loop loop = new Loop("Testing", () -> rounds.incrementAndGet() <= 2 ? failure.get() : Duration.ofMillis(5));
        loop.start();
        await().until(() -> rounds.get() > 4);
        loop.stop();
        assertThat(loop.join(Duration.ofSeconds(5))).isTrue();
    }
}
