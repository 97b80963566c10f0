package io.zhengxun.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.understanding.intent.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LearningFromStaffTest {

    private static final String NEW = "今天白菜多少钱一斤";
    private static final Duration SECONDS = Duration.ofSeconds(6);

    private static Understanding understanding;

    private final AtomicLong edition = new AtomicLong();
    private volatile List<Question> taught = List.of(new Question(Intent.COMMITMENT, "taught", NEW));
    private volatile boolean away;

    @BeforeAll
    static void load() {
        understanding = Understanding.load(1);
    }

    @AfterAll
    static void close() {
        understanding.close();
    }

    @Test
    void what_is_taught_and_withdrawn_counts_seconds_later_and_an_outage_changes_nothing() {
        try (LearningFromStaff learning = new LearningFromStaff(understanding, Optional.of(new TaughtSource(edition::get, this::all)))) {
            learning.afterSingletonsInstantiated();
            assertThat(understanding.read(NEW).intent()).isEqualTo(Intent.COMMITMENT);

            teach(List.of(new Question(Intent.TODO, "taught", NEW)));
            await().atMost(SECONDS).until(() -> understanding.read(NEW).intent() == Intent.TODO);

            away = true;
            teach(List.of());
            await().during(Duration.ofSeconds(3)).atMost(SECONDS).until(() -> understanding.read(NEW).intent() == Intent.TODO);
            away = false;
            await().atMost(SECONDS).until(() -> understanding.read(NEW).intent() == Intent.OUT_OF_SCOPE);
        }
    }

    private void teach(List<Question> now) {
        taught = now;
        edition.incrementAndGet();
    }

    private List<Question> all() {
        if (away) {
            throw new IllegalStateException("The database is away.");
        }
        return taught;
    }
}
