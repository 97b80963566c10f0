package io.zhengxun.registry.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LiveCopyTest {

    private final AtomicLong edition = new AtomicLong();
    private final AtomicReference<String> stored = new AtomicReference<>("one");
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean away;

    @Test
    void nothing_is_asked_before_somebody_reads() {
        try (LiveCopy<String> copy = copy()) {
            assertThat(reads).hasValue(0);
            assertThat(copy.get()).isEqualTo("one");
            copy.get();
            assertThat(reads).hasValue(1);
        }
    }

    @Test
    void while_the_database_is_away_it_stays_as_last_known_and_follows_again_afterwards() {
        try (LiveCopy<String> copy = copy()) {
            copy.get();
            away = true;
            change("two");
            assertThat(copy.get()).isEqualTo("one");

            away = false;
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(copy.get()).isEqualTo("two"));
        }
    }

    @Test
    void a_process_that_never_reached_the_database_uses_what_it_came_with() {
        away = true;
        try (LiveCopy<String> copy = copy()) {
            assertThat(copy.get()).isEqualTo("built in");
        }
    }

    private void change(String to) {
        stored.set(to);
        edition.incrementAndGet();
    }

    private LiveCopy<String> copy() {
        return new LiveCopy<>("things", this::asked, this::read, "built in");
    }

    private long asked() {
        if (away) {
            throw new IllegalStateException("away");
        }
        return edition.get();
    }

    private String read() {
        reads.incrementAndGet();
        return stored.get();
    }
}
