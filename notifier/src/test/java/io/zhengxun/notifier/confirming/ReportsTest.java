package io.zhengxun.notifier.confirming;

import static io.zhengxun.registry.notice.NoticeState.CANCELLED;
import static io.zhengxun.registry.notice.NoticeState.DELIVERED;
import static io.zhengxun.registry.notice.NoticeState.GAVE_UP;
import static io.zhengxun.registry.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.notifier.dispatch.SendingCases;
import io.zhengxun.notifier.dispatch.SendingTest;
import io.zhengxun.notifier.dispatch.SettableClock;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeDelivered;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.delivery.DeliveryReports;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports close the loop, whenever and however often they come; silence sends a notice on. */
@SendingTest
class ReportsTest {

    private static final Duration TIME_OUT = Duration.ofMinutes(5);

    @Autowired
    SendingCases cases;

    @Autowired
    DeliveryReports reports;

    @Autowired
    Notices notices;

    @Autowired
    SettableClock clock;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void begin() {
        cases.begin();
    }

    @AfterEach
    void end() {
        cases.end();
    }

    @Test
    void a_confirmed_delivery_ends_a_notice() {
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        cases.awaitState(notice, SENT);
        Instant at = Instant.parse("2026-11-23T02:00:07Z");

        reports.record(Channel.TEMPLATE, "mN" + notice + "x0", true, "", at);

        cases.awaitState(notice, DELIVERED);
        assertThat(cases.field(notice, "delivered_at")).startsWith("2026-11-23 02:00:07");
        assertThat(cases.field(notice, "ended_at")).isNotNull();
        assertThat(waiting()).isZero();
        clock.advance(TIME_OUT.plusSeconds(1));
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
    }

    /** WeChat tells the time in whole seconds. */
    @Test
    void nothing_is_delivered_before_it_was_accepted() {
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        cases.awaitState(notice, SENT);

        reports.record(Channel.TEMPLATE, "mN" + notice + "x0", true, "", clock.instant().minusMillis(700));

        cases.awaitState(notice, DELIVERED);
        assertThat(cases.field(notice, "delivered_at")).isEqualTo(cases.field(notice, "accepted_at"));
    }

    @Test
    void a_report_may_come_before_the_acceptance_is_recorded() {
        CountDownLatch reported = new CountDownLatch(1);
        cases.courier(Channel.TEMPLATE).answers(message -> {
            reports.record(Channel.TEMPLATE, "m" + message.idempotencyId(), true, "", clock.instant());
            awaitLatch(reported);
            return Outcome.accepted("m" + message.idempotencyId());
        });
        long notice = cases.told(Channel.TEMPLATE);
        await().until(() -> waiting() == 1);

        reported.countDown();

        cases.awaitState(notice, DELIVERED);
    }

    @Test
    void a_report_that_comes_twice_counts_once_and_the_first_word_stands() {
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        cases.awaitState(notice, SENT);

        report(notice, Channel.TEMPLATE, true, "");
        cases.awaitState(notice, DELIVERED);
        report(notice, Channel.TEMPLATE, true, "");
        report(notice, Channel.TEMPLATE, false, "failed:user block");

        assertThat(sql.queryForObject("SELECT COUNT(*) FROM delivery_report", Integer.class)).isEqualTo(1);
        assertThat(cases.state(notice)).isEqualTo(DELIVERED);
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
    }

    @Test
    void a_reported_failure_takes_the_next_channel_at_once() {
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        long other = cases.told(Channel.TEMPLATE);
        cases.awaitState(notice, SENT);
        cases.awaitState(other, SENT);

        report(notice, Channel.TEMPLATE, false, "failed:user block");
        report(other, Channel.TEMPLATE, false, "failed: system failed");

        await().until(() -> cases.courier(Channel.EMAIL).given().size() == 1);
        cases.awaitState(other, GAVE_UP);
        assertThat(cases.decisions(notice)).containsExactly("BLOCKED", "FELL_BACK");
        assertThat(cases.decisions(other)).containsExactly("GAVE_UP");
        assertThat(cases.field(other, "cause")).isEqualTo("FAILED failed: system failed");
    }

    @Test
    void silence_takes_the_next_channel_and_a_late_delivery_stops_the_rest_of_the_chain() {
        cases.courier(Channel.EMAIL).answers(Result.RECIPIENT, "550");
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        cases.awaitState(notice, SENT);

        clock.advance(TIME_OUT.plusSeconds(1));
        cases.awaitState(notice, GAVE_UP);
        report(notice, Channel.TEMPLATE, true, "");

        cases.awaitState(notice, DELIVERED);
        assertThat(cases.decisions(notice)).containsExactly("UNCONFIRMED", "FELL_BACK", "GAVE_UP", "CHAIN_STOPPED");
    }

    @Test
    void a_failure_that_is_reported_after_the_next_channel_had_its_turn_changes_nothing() {
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        cases.awaitState(notice, SENT);
        clock.advance(TIME_OUT.plusSeconds(1));
        await().until(() -> cases.field(notice, "channel").equals("EMAIL") && cases.field(notice, "ended_at") != null);

        report(notice, Channel.TEMPLATE, false, "failed:user block");

        await().until(() -> waiting() == 0);
        assertThat(cases.state(notice)).isEqualTo(SENT);
        assertThat(cases.decisions(notice)).containsExactly("UNCONFIRMED", "FELL_BACK");
    }

    @Test
    void of_several_reports_at_once_a_delivery_wins_over_a_failure() {
        cases.pause();
        long notice = sentBefore();
        sql.update("INSERT INTO notice_attempt (notice_id, channel, round, attempt, started_at, ended_at, outcome, code,"
                + " message_id, request_id) VALUES (?, 'MINI', 0, 1, NOW(3), NOW(3), 'ACCEPTED', '', 'earlier', '')", notice);
        reports.record(Channel.TEMPLATE, "current", false, "failed: system failed", clock.instant());
        reports.record(Channel.MINI, "earlier", true, "", clock.instant());

        cases.resume();

        cases.awaitState(notice, DELIVERED);
        assertThat(cases.decisions(notice)).containsExactly("CHAIN_STOPPED");
    }

    @Test
    void a_message_that_is_nobodys_notice_waits_a_day_and_is_then_let_be() {
        reports.record(Channel.TEMPLATE, "9007199254740993", true, "", clock.instant());
        clock.advance(Duration.ofHours(23));
        deliverOne();
        assertThat(waiting()).isEqualTo(1);

        clock.advance(Duration.ofHours(2));

        await().until(() -> waiting() == 0);
    }

    @Test
    void a_clock_that_was_ahead_and_is_set_right_lets_no_report_wait_longer() {
        Instant right = clock.instant();
        clock.advance(Duration.ofDays(30));
        deliverOne();
        clock.set(right);

        a_message_that_is_nobodys_notice_waits_a_day_and_is_then_let_be();
    }

    private void deliverOne() {
        long notice = cases.told(Channel.TEMPLATE);
        cases.awaitState(notice, SENT);
        report(notice, Channel.TEMPLATE, true, "");
        cases.awaitState(notice, DELIVERED);
    }

    @Test
    void what_staff_cancelled_and_what_arrived_all_the_same_stays_cancelled_with_the_fact() {
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        cases.awaitState(notice, SENT);
        transaction.executeWithoutResult(status -> notices.cancel(notice, version(notice), "测试", "tester"));

        report(notice, Channel.TEMPLATE, true, "");

        await().until(() -> cases.field(notice, "delivered_at") != null);
        assertThat(cases.state(notice)).isEqualTo(CANCELLED);
        clock.advance(TIME_OUT.plusSeconds(1));
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
    }

    @Test
    void a_tap_stops_the_chain_as_a_report_does() {
        long notice = cases.told(Channel.TEMPLATE, Channel.EMAIL);
        cases.awaitState(notice, SENT);

        assertThat(notices.acknowledge(notice)).isTrue();
        assertThat(notices.acknowledge(notice)).isFalse();

        assertThat(cases.state(notice)).isEqualTo(DELIVERED);
        assertThat(cases.decisions(notice)).containsExactly("ACKNOWLEDGED");
    }

    @Test
    void what_staff_send_again_is_another_message_for_the_platform() {
        cases.courier(Channel.TEMPLATE).answers(Result.RECIPIENT, "40003");
        long notice = cases.told(Channel.TEMPLATE);
        cases.awaitState(notice, GAVE_UP);
        cases.courier(Channel.TEMPLATE).reset();

        transaction.executeWithoutResult(status -> notices.resend(notice, version(notice), "tester"));

        cases.awaitState(notice, SENT);
        assertThat(cases.field(notice, "message_id")).isEqualTo("mN" + notice + "x1");
        assertThat(cases.decisions(notice)).containsExactly("GAVE_UP", "RESENT");
    }

    @Test
    void a_delivery_whose_evidence_breaks_a_constraint_keeps_no_other_and_is_tried_again_later() {
        long broken = cases.told(Channel.TEMPLATE);
        long other = cases.told(Channel.TEMPLATE);
        cases.awaitState(broken, SENT);
        cases.awaitState(other, SENT);
        AtomicInteger tries = new AtomicInteger();
        ApplicationListener<ApplicationEvent> evidence = event -> {
            if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof NoticeDelivered delivered
                    && delivered.noticeId() == broken && tries.incrementAndGet() <= 3) {
                throw new DataIntegrityViolationException("no such evidence");
            }
        };
        context.addApplicationListener(evidence);
        try {
            cases.pause();
            report(broken, Channel.TEMPLATE, true, "");
            report(other, Channel.TEMPLATE, true, "");
            cases.resume();
            cases.awaitState(other, DELIVERED);
            assertThat(cases.state(broken)).isEqualTo(SENT);
            // The first time with the others, then alone.
            await().until(() -> tries.get() == 2);

            clock.advance(Duration.ofSeconds(2));
            await().until(() -> tries.get() == 3);
            clock.advance(Duration.ofSeconds(3));
            cases.awaitState(broken, DELIVERED);
        } finally {
            context.removeApplicationListener(evidence);
        }
    }

    @Test
    void of_returns_whose_evidence_is_committed_with_their_delivery_few_share_a_transaction() {
        List<Long> all = IntStream.range(0, 130).mapToObj(n -> cases.told(Channel.TEMPLATE)).toList();
        all.forEach(notice -> cases.awaitState(notice, SENT));
        cases.pause();
        sql.update("UPDATE notice SET kind = 'RETURN', subject_kind = 'RETURN' WHERE id > ?", all.get(9));
        all.forEach(notice -> report(notice, Channel.TEMPLATE, true, ""));
        List<Integer> together = new CopyOnWriteArrayList<>();
        ApplicationListener<ApplicationEvent> evidence = countingInto(together);
        context.addApplicationListener(evidence);
        try {
            cases.resume();
            cases.awaitAll(DELIVERED, 130);
            await().until(() -> together.stream().mapToInt(Integer::intValue).sum() == 120);
        } finally {
            context.removeApplicationListener(evidence);
        }

        assertThat(together).containsExactlyInAnyOrder(50, 50, 20);
    }

    /** How many deliveries of returns each transaction commits. */
    private static ApplicationListener<ApplicationEvent> countingInto(List<Integer> together) {
        AtomicInteger own = new AtomicInteger();
        return event -> {
            if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof NoticeDelivered delivered
                    && delivered.kind() == NoticeKind.RETURN && own.incrementAndGet() == 1) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        together.add(own.getAndSet(0));
                    }
                });
            }
        };
    }

    private long sentBefore() {
        long notice = cases.told(Channel.MINI, Channel.TEMPLATE, Channel.EMAIL);
        sql.update("UPDATE notice SET state = 'SENT', open_mark = NULL, channel = 'TEMPLATE', message_id = 'current',"
                + " due_at = ?, version = version + 1 WHERE id = ?",
                Timestamp.from(clock.instant().plus(TIME_OUT)), notice);
        sql.update("INSERT INTO notice_attempt (notice_id, channel, round, attempt, started_at, ended_at, outcome, code,"
                + " message_id, request_id) VALUES (?, 'TEMPLATE', 0, 1, NOW(3), NOW(3), 'ACCEPTED', '', 'current', '')",
                notice);
        return notice;
    }

    private void report(long notice, Channel channel, boolean delivered, String cause) {
        reports.record(channel, cases.messageId(notice, channel), delivered, cause, clock.instant());
    }

    private int waiting() {
        return sql.queryForObject("SELECT COUNT(*) FROM delivery_report WHERE waiting_mark = 1", Integer.class);
    }

    private int version(long notice) {
        return sql.queryForObject("SELECT version FROM notice WHERE id = ?", Integer.class, notice);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
