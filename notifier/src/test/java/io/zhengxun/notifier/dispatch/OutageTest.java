package io.zhengxun.notifier.dispatch;

import static io.zhengxun.registry.notice.NoticeState.QUEUED;
import static io.zhengxun.registry.notice.NoticeState.SENDING;
import static io.zhengxun.registry.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.notifier.telling.Truth.Verdict;
import io.zhengxun.registry.notice.Channel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The database or Redis goes away for a while: sending goes on by itself, and nothing is lost or sent twice. */
@SendingTest
@ExtendWith(OutputCaptureExtension.class)
class OutageTest {

    @Autowired
    SendingCases cases;

    @Autowired
    DatabaseSwitch database;

    @Autowired
    SettableClock clock;

    @Autowired
    Limits limits;

    @Autowired
    SendingCases.SettableTruth truth;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Breakers breakers;

    @Autowired
    DataSource source;

    @Autowired
    Lookout lookout;

    @Autowired
    DispatchHealth health;

    @BeforeEach
    void begin() {
        cases.begin();
    }

    @AfterEach
    void end() {
        cases.end();
    }

    @Test
    void what_was_sent_while_the_database_went_away_is_recorded_once_it_is_back(CapturedOutput log) {
        CountDownLatch away = new CountDownLatch(1);
        cases.courier(Channel.EMAIL).answers(message -> {
            awaitLatch(away);
            return FakeCourier.accepted(message);
        });
        List<Long> sent = IntStream.range(0, 10).mapToObj(n -> cases.told(Channel.EMAIL)).toList();
        await().until(() -> cases.courier(Channel.EMAIL).given().size() == 10);

        database.off();
        away.countDown();
        await().until(() -> log.getAll().contains("Recording of EMAIL failed"));
        database.on();

        sent.forEach(notice -> cases.awaitState(notice, SENT));
        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(10);
        await().until(() -> log.getAll().contains("Recording of EMAIL goes on"));
    }

    @Test
    void what_cannot_be_prepared_without_the_database_is_given_back_at_once_and_together() {
        AtomicInteger asked = new AtomicInteger();
        truth.says(notice -> {
            asked.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
        });
        cases.pause();
        List<Long> told = IntStream.range(0, 50).mapToObj(n -> cases.told(Channel.EMAIL)).toList();
        cases.resume();

        await().until(() -> asked.get() > 0 && cases.count(QUEUED) == 50);
        assertThat(asked).hasValueLessThan(10);

        truth.says(Verdict::holds);
        told.forEach(notice -> cases.awaitState(notice, SENT));
        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(50);
    }

    @Test
    void an_error_while_preparing_costs_no_room_and_no_notice() {
        AtomicInteger asked = new AtomicInteger();
        truth.says(notice -> {
            if (asked.incrementAndGet() <= 3) {
                throw new StackOverflowError();
            }
            return Verdict.holds(notice);
        });
        cases.pause();
        List<Long> told = IntStream.range(0, 300).mapToObj(n -> cases.told(Channel.EMAIL)).toList();
        cases.resume();

        told.forEach(notice -> cases.awaitState(notice, SENT));
        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(300);
    }

    @Test
    void an_error_while_sending_is_an_unknown_outcome() {
        AtomicInteger calls = new AtomicInteger();
        cases.courier(Channel.TEMPLATE).answers(message -> {
            if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            return FakeCourier.accepted(message);
        });
        long notice = cases.told(Channel.TEMPLATE);

        cases.awaitState(notice, SENT);
        assertThat(cases.attempts(notice)).containsExactly("TEMPLATE UNKNOWN", "TEMPLATE ACCEPTED");
    }

    @Test
    void a_stop_while_the_record_hangs_writes_nothing_twice() {
        CountDownLatch locked = new CountDownLatch(1);
        cases.courier(Channel.EMAIL).answers(message -> {
            awaitLatch(locked);
            return FakeCourier.accepted(message);
        });
        long notice = cases.told(Channel.EMAIL);
        await().until(() -> cases.courier(Channel.EMAIL).given().size() == 1);

        transaction.executeWithoutResult(status -> {
            sql.queryForList("SELECT id FROM notice WHERE id = ? FOR UPDATE", notice);
            locked.countDown();
            cases.pause();
        });

        cases.awaitState(notice, SENT);
        cases.resume();
        long next = cases.told(Channel.EMAIL);
        cases.awaitState(next, SENT);
        assertThat(cases.attempts(notice)).containsExactly("EMAIL ACCEPTED");
    }

    @Test
    void an_orderly_stop_finishes_what_is_being_sent_and_gives_back_the_rest() {
        CountDownLatch stopped = new CountDownLatch(1);
        cases.courier(Channel.TEMPLATE).answers(message -> {
            awaitLatch(stopped);
            return FakeCourier.accepted(message);
        });
        List<Long> told = IntStream.range(0, 60).mapToObj(n -> cases.told(Channel.TEMPLATE)).toList();
        await().until(() -> cases.courier(Channel.TEMPLATE).given().size() == 16 && cases.count(SENDING) == 60);

        Thread stopping = new Thread(cases::pause);
        stopping.start();
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        stopped.countDown();
        await().until(() -> !stopping.isAlive());

        assertThat(cases.count(SENDING)).isZero();
        assertThat(cases.count(SENT) + cases.count(QUEUED)).isEqualTo(60);
        assertThat(cases.count(SENT)).isEqualTo(cases.courier(Channel.TEMPLATE).given().size());
        cases.resume();
        told.forEach(notice -> cases.awaitState(notice, SENT));
        assertThat(cases.courier(Channel.TEMPLATE).given()).hasSize(60);
    }

    @Test
    void without_redis_sending_goes_on_at_half_the_rate() {
        SharedServers.redis().stop();
        try {
            await().until(() -> limits.take(Channel.SMS, 1000).granted() <= 10);
            long notice = cases.told(Channel.TEMPLATE);
            cases.awaitState(notice, SENT);
        } finally {
            SharedServers.redis().start();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> limits.take(Channel.SMS, 1000).granted() > 10);
    }

    @Test
    void what_moves_on_from_a_channel_that_is_down_leaves_half_of_its_room_for_when_it_is_back() throws SQLException {
        cases.pause();
        List<Long> told = IntStream.range(0, 260).mapToObj(n -> cases.told(Channel.EMAIL, Channel.TEMPLATE)).toList();
        clock.advance(Duration.ofMinutes(16));
        breakers.of(Channel.EMAIL).transitionToOpenStateFor(Duration.ofMinutes(1));
        try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
            // What is moved cannot be recorded, so that it stays under way.
            statement.execute("LOCK TABLES notice_decision WRITE");
            cases.resume();
            await().until(() -> cases.count(SENDING) == 200);
            await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(2)).until(() -> cases.count(SENDING) == 200);
            statement.execute("UNLOCK TABLES");
        }

        told.forEach(notice -> cases.awaitState(notice, SENT));
        breakers.of(Channel.EMAIL).reset();
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
        assertThat(cases.courier(Channel.TEMPLATE).given()).hasSize(260);
    }

    @Test
    void a_clock_that_is_set_back_stops_no_channel() {
        limits.take(Channel.SMS, 1000);
        clock.advance(Duration.ofHours(-5));

        // The first finds out that nothing would be filled for hours.
        limits.take(Channel.SMS, 1000);

        assertThat(limits.take(Channel.SMS, 1000).granted()).isEqualTo(20);
        assertThat(limits.take(Channel.SMS, 1000).granted()).isLessThan(20);
        long notice = cases.notice(cases.person(Channel.SMS), true, Channel.SMS);
        cases.awaitState(notice, SENT);
    }

    @Test
    void instances_whose_clocks_differ_by_seconds_share_one_rate() {
        int granted = 0;
        limits.take(Channel.SMS, 1000);
        for (int round = 0; round < 10; round++) {
            clock.advance(Duration.ofSeconds(round % 2 == 0 ? -20 : 20));
            granted += limits.take(Channel.SMS, 1000).granted();
        }

        assertThat(granted).isLessThan(40);
    }

    @Test
    void health_says_when_notices_are_late_and_the_instance_stays_in_service() {
        cases.pause();
        cases.told(Channel.TEMPLATE);
        clock.advance(Duration.ofMinutes(5).minusSeconds(30));
        lookout.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        clock.advance(Duration.ofSeconds(31));

        assertThat(health.health().getStatus().getCode()).isEqualTo("LATE");
        assertThat(health.health().getDetails()).containsKey("TEMPLATE");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
