package io.zhengxun.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.zhengxun.registry.RegistryTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Q6: every query leaves its entry; a look-up hardly waits for it. */
@RegistryTest
class QueryTrailTest {

    private static final QueryTrailSettings SETTINGS =
            new QueryTrailSettings(1000, 500, Duration.ofMillis(5), Duration.ofSeconds(20));

    @Autowired
    QueryTrailMapper mapper;

    @Autowired
    JdbcTemplate jdbc;

    private final byte[] asker = random();

    @Test
    void concurrent_entries_are_all_there_after_an_orderly_stop() throws Exception {
        QueryTrail trail = started(mapper, SETTINGS);
        ExecutorService askers = Executors.newFixedThreadPool(16);
        List<Future<?>> asked = IntStream.range(0, 800)
                .<Future<?>>mapToObj(i -> askers.submit(() -> trail.record(query())))
                .toList();
        for (Future<?> each : asked) {
            each.get();
        }
        trail.stop();
        askers.shutdown();

        assertThat(stored()).isEqualTo(800);
    }

    @Test
    void entries_that_wait_share_one_commit() {
        AtomicInteger commits = new AtomicInteger();
        CountDownLatch firstIsHeld = new CountDownLatch(1);
        QueryTrailMapper counted = mock();
        doAnswer(call -> {
                    commits.incrementAndGet();
                    firstIsHeld.await();
                    mapper.insertAll(call.getArgument(0));
                    return null;
                })
                .when(counted)
                .insertAll(any());
        QueryTrail trail = started(counted, SETTINGS);

        IntStream.range(0, 300).forEach(i -> trail.record(query()));
        firstIsHeld.countDown();
        trail.stop();

        assertThat(stored()).isEqualTo(300);
        assertThat(commits.get()).isLessThan(4);
    }

    @Test
    void a_database_away_for_a_while_loses_no_entry() {
        AtomicInteger tries = new AtomicInteger();
        QueryTrailMapper failing = mock();
        doAnswer(call -> {
                    if (tries.incrementAndGet() <= 2) {
                        throw new DataAccessResourceFailureException("away on purpose");
                    }
                    mapper.insertAll(call.getArgument(0));
                    return null;
                })
                .when(failing)
                .insertAll(any());
        QueryTrail trail = started(failing, SETTINGS);

        IntStream.range(0, 10).forEach(i -> trail.record(query()));
        trail.stop();

        assertThat(stored()).isEqualTo(10);
    }

    @Test
    void an_entry_that_does_not_fit_the_table_holds_up_no_other() {
        QueryTrail trail = started(mapper, SETTINGS);
        Query unfit = new Query(
                Instant.EPOCH.plusSeconds(1), Query.Channel.WECHAT, asker, new Query.Target(null, null),
                new Query.Masked("*".repeat(500), "", ""), Query.Outcome.NOT_FOUND);

        IntStream.range(0, 7).forEach(i -> trail.record(query()));
        record(trail, unfit);
        IntStream.range(0, 12).forEach(i -> trail.record(query()));
        trail.stop();

        assertThat(stored()).isEqualTo(19);
    }

    @Test
    void what_cannot_be_recorded_is_refused() {
        CountDownLatch held = new CountDownLatch(1);
        QueryTrailMapper stuck = mock();
        doAnswer(call -> {
                    held.await();
                    mapper.insertAll(call.getArgument(0));
                    return null;
                })
                .when(stuck)
                .insertAll(any());
        QueryTrail trail = started(stuck, new QueryTrailSettings(10, 1, Duration.ofMillis(1), Duration.ofSeconds(20)));

        AtomicInteger accepted = new AtomicInteger();
        assertThatThrownBy(() -> IntStream.range(0, 100).forEach(i -> {
                    trail.record(query());
                    accepted.incrementAndGet();
                }))
                .isInstanceOf(NotRecorded.class);
        // Ten wait in the queue, and the writer holds one.
        assertThat(accepted.get()).isBetween(10, 11);
        held.countDown();
        trail.stop();
        assertThat(stored()).isEqualTo(accepted.get());
    }

    @Test
    void after_the_stop_nothing_is_accepted() {
        QueryTrail trail = started(mapper, SETTINGS);
        trail.stop();

        assertThatThrownBy(() -> trail.record(query())).isInstanceOf(NotRecorded.class);
    }

    @Test
    void times_are_kept_in_utc_whatever_the_zones() {
        QueryTrail trail = started(mapper, SETTINGS);
        trail.record(query());
        trail.stop();

        assertThat(jdbc.queryForObject(
                        "SELECT DATE_FORMAT(asked_at, '%Y-%m-%d %H:%i:%s') FROM query_trail WHERE asker_hash = ?",
                        String.class,
                        (Object) asker))
                .isEqualTo("2026-09-22 02:00:00");
    }

    /** Refused, or, when its write took longer than the wait, accepted and lost loudly. */
    private static void record(QueryTrail trail, Query unfit) {
        try {
            trail.record(unfit);
        } catch (NotRecorded refused) {
            assertThat(refused).hasMessageContaining("refused");
        }
    }

    private static QueryTrail started(QueryTrailMapper mapper, QueryTrailSettings settings) {
        QueryTrail trail = new QueryTrail(mapper, settings);
        trail.start();
        return trail;
    }

    private int stored() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM query_trail WHERE asker_hash = ?", Integer.class, (Object) asker);
    }

    private Query query() {
        return new Query(
                Instant.parse("2026-09-22T02:00:00Z"),
                Query.Channel.WECHAT,
                asker,
                new Query.Target(random(), null),
                new Query.Masked("S000044010001253******", "陈**", ""),
                Query.Outcome.NOT_FOUND);
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
