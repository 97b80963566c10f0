package io.zhengxun.registry.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A repeated request is acted on once, and answered alike. */
@RegistryTest
class OnceOnlyTest {

    @Autowired
    OnceOnly onceOnly;

    @Autowired
    RequestKeyMapper mapper;

    @Autowired
    Vault vault;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger acts = new AtomicInteger();
    private final RequestKey key = key("k-" + UUID.randomUUID(), "the request");

    record Answer(String number, LocalDate day, Instant at) {}

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_repetition_gets_the_first_answer() {
        Answer first = onceOnly.run(key, Answer.class, this::act);
        Answer second = onceOnly.run(key, Answer.class, this::act);

        assertThat(acts).hasValue(1);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void two_requests_at_once_act_once_and_get_the_same_answer() throws Exception {
        CountDownLatch inTheAct = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Answer> first = threads.submit(() -> onceOnly.run(key, Answer.class, () -> {
            inTheAct.countDown();
            await(goOn);
            return act();
        }));
        await(inTheAct);
        Future<Answer> second = threads.submit(() -> onceOnly.run(key, Answer.class, this::act));
        waitUntilOneWaits();
        assertThat(second).isNotDone();
        goOn.countDown();

        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
        assertThat(acts).hasValue(1);
    }

    @Test
    void after_an_act_that_failed_those_who_waited_act_once() throws Exception {
        CountDownLatch inTheAct = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Answer> failing = threads.submit(() -> onceOnly.run(key, Answer.class, () -> {
            inTheAct.countDown();
            await(goOn);
            throw new IllegalStateException("undone on purpose");
        }));
        await(inTheAct);
        Future<Answer> second = threads.submit(() -> onceOnly.run(key, Answer.class, this::act));
        Future<Answer> third = threads.submit(() -> onceOnly.run(key, Answer.class, this::act));
        waitUntilOneWaits();
        goOn.countDown();

        assertThatThrownBy(() -> failing.get(20, TimeUnit.SECONDS)).hasMessageContaining("undone on purpose");
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(third.get(20, TimeUnit.SECONDS));
        assertThat(rows(key)).isEqualTo(1);
    }

    @Test
    void an_act_that_failed_leaves_the_key_free() {
        assertThatThrownBy(() -> onceOnly.run(key, Answer.class, () -> {
            throw new IllegalStateException("undone on purpose");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(rows(key)).isZero();
        onceOnly.run(key, Answer.class, this::act);
        assertThat(acts).hasValue(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        onceOnly.run(key, Answer.class, this::act);
        RequestKey other = key(key.key(), "another request");

        assertThatThrownBy(() -> onceOnly.run(other, Answer.class, this::act))
                .isInstanceOfSatisfying(RequestKeyReused.class, refusal ->
                        assertThat(refusal.code()).isEqualTo("idempotency-key-reused"));
        assertThatThrownBy(() -> onceOnly.run(key.with(new byte[] {1}), Answer.class, this::act))
                .isInstanceOf(RequestKeyReused.class);
        assertThat(acts).hasValue(1);
    }

    @Test
    void keys_of_different_accounts_and_of_different_case_do_not_meet() {
        onceOnly.run(key, Answer.class, this::act);
        onceOnly.run(new RequestKey("another", key.key(), key.digest()), Answer.class, this::act);
        onceOnly.run(new RequestKey(key.username(), key.key().toUpperCase(), key.digest()), Answer.class, this::act);

        assertThat(acts).hasValue(3);
    }

    @Test
    void a_request_without_a_key_is_always_acted_on() {
        onceOnly.run(null, Answer.class, this::act);
        onceOnly.run(null, Answer.class, this::act);

        assertThat(acts).hasValue(2);
    }

    @Test
    void within_the_callers_transaction_key_and_act_go_with_it() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            onceOnly.run(key, Answer.class, this::act);
            status.setRollbackOnly();
        });

        assertThat(rows(key)).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void an_act_that_met_another_is_run_again(ConcurrencyFailureException met) {
        Answer answer = onceOnly.run(key, Answer.class, () -> {
            if (acts.get() == 0) {
                acts.incrementAndGet();
                throw met;
            }
            return act();
        });

        assertThat(acts).hasValue(2);
        assertThat(onceOnly.run(key, Answer.class, this::act)).isEqualTo(answer);
    }

    static Stream<ConcurrencyFailureException> an_act_that_met_another_is_run_again() {
        return Stream.of(
                new CannotAcquireLockException("a deadlock on purpose"),
                new OptimisticLockingFailureException("something changed on purpose"));
    }

    @Test
    void an_act_that_meets_others_again_and_again_fails() {
        assertThatThrownBy(() -> onceOnly.run(key, Answer.class, () -> {
                    acts.incrementAndGet();
                    throw new OptimisticLockingFailureException("something changed on purpose");
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(acts).hasValue(3);
    }

    @Test
    void the_kept_answer_is_sealed() {
        onceOnly.run(key, Answer.class, this::act);

        byte[] kept = jdbc.queryForObject(
                "SELECT answer FROM request_key WHERE request_key = ?", byte[].class, key.key());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("number");
    }

    @Test
    void old_keys_are_cleared_and_young_ones_stay() {
        Instant now = Instant.parse("2026-11-23T02:00:00Z");
        for (int i = 0; i < 250; i++) {
            mapper.claim(key("old-" + i + "-" + key.key(), "r"), new byte[34], now.minus(Duration.ofDays(8)));
        }
        RequestKey young = key("young-" + key.key(), "r");
        mapper.claim(young, new byte[34], now.minus(Duration.ofDays(6)));
        OldKeys oldKeys = new OldKeys(
                mapper, new RequestKeySettings(Duration.ofDays(7), Duration.ofMinutes(1)),
                Clock.fixed(now, ZoneOffset.UTC));

        oldKeys.clear();
        assertThat(jdbc.queryForObject(
                "SELECT COUNT(*) FROM request_key WHERE request_key LIKE ?", Integer.class, "old-%" + key.key())).isZero();
        assertThat(rows(young)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "4f2c-17", "~!", "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"})
    void a_key_of_visible_ascii_is_taken(String text) {
        assertThat(key(text, "r").key()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "钥", "a\n", "\u007f", "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"})
    void any_other_key_is_refused(String text) {
        assertThatThrownBy(() -> key(text, "r")).isInstanceOf(UnusableRequestKey.class);
    }

    private Answer act() {
        return new Answer(
                "number " + acts.incrementAndGet(), LocalDate.of(2026, 11, 23), Instant.parse("2026-11-23T02:00:00.123Z"));
    }

    private static RequestKey key(String key, String request) {
        return new RequestKey("clerk", key, request.getBytes(StandardCharsets.UTF_8));
    }

    private int rows(RequestKey of) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM request_key WHERE request_key = ?", Integer.class, of.key());
    }

    /** Asks the database rather than the clock. */
    private void waitUntilOneWaits() {
        while (jdbc.queryForObject(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'INSERT INTO request_key%'",
                        Integer.class)
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
