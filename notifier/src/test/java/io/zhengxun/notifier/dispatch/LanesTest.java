package io.zhengxun.notifier.dispatch;

import static io.zhengxun.registry.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Notices;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each recipient gets things in their order; what a worker leaves behind is taken over; what is due at night waits. */
@SendingTest
class LanesTest {

    @Autowired
    SendingCases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    Notices notices;

    @Autowired
    JdbcTemplate sql;

    @BeforeEach
    void begin() {
        cases.begin();
    }

    @AfterEach
    void end() {
        cases.end();
    }

    @Test
    void one_person_gets_things_in_their_order_whatever_fails_on_the_way() {
        Map<Long, Integer> calls = new ConcurrentHashMap<>();
        cases.courier(Channel.EMAIL).answers(message ->
                calls.merge(message.noticeId(), 1, Integer::sum) <= message.noticeId() % 3
                ? Outcome.of(Result.TRANSIENT, "451")
                : FakeCourier.accepted(message));
        List<Long> people = IntStream.range(0, 5).mapToObj(n -> cases.person(Channel.EMAIL)).toList();
        List<List<Long>> lanes = people.stream().map(person -> (List<Long>) new ArrayList<Long>()).toList();
        for (int round = 0; round < 6; round++) {
            for (int person = 0; person < people.size(); person++) {
                lanes.get(person).add(cases.notice(people.get(person), Channel.EMAIL));
            }
        }

        lanes.forEach(lane -> lane.forEach(notice -> cases.awaitState(notice, SENT)));

        List<Long> accepted = sql.queryForList(
                "SELECT notice_id FROM notice_attempt WHERE outcome = 'ACCEPTED' ORDER BY started_at, id", Long.class);
        lanes.forEach(lane -> assertThat(accepted).containsSubsequence(lane));
    }

    @Test
    void nobody_waits_for_what_another_person_waits_for() {
        long slow = cases.person(Channel.EMAIL);
        long first = cases.notice(slow, Channel.EMAIL);
        cases.courier(Channel.EMAIL).answers(message -> message.noticeId() == first
                ? Outcome.of(Result.RECIPIENT_RATE, "450")
                : FakeCourier.accepted(message));
        long other = cases.told(Channel.EMAIL);

        cases.awaitState(other, SENT);
        cases.courier(Channel.EMAIL).answers(FakeCourier::accepted);
        cases.awaitState(first, SENT);
    }

    @Test
    void what_a_worker_left_behind_is_sent_again_under_the_same_id_once_its_lease_is_over() {
        cases.pause();
        long notice = cases.told(Channel.TEMPLATE);
        Instant leaseEnd = clock.instant().plusSeconds(2);
        sql.update("UPDATE notice SET state = 'SENDING', due_at = ?, version = version + 1 WHERE id = ?",
                Timestamp.from(leaseEnd), notice);
        cases.resume();

        cases.awaitState(notice, SENT);

        assertThat(clock.instant()).isAfter(leaseEnd);
        assertThat(cases.decisions(notice)).containsExactly("TAKEN_OVER");
        assertThat(cases.courier(Channel.TEMPLATE).given()).singleElement()
                .satisfies(message -> assertThat(message.idempotencyId()).isEqualTo("N" + notice + "x0"));
    }

    @Test
    void what_a_worker_that_is_gone_never_handed_over_is_mailed_without_doubt() {
        cases.pause();
        long notice = cases.told(Channel.EMAIL);
        leftBehind(notice, null);
        cases.resume();

        await().until(() -> cases.field(notice, "ended_at") != null);

        assertThat(cases.state(notice)).isEqualTo(SENT);
        assertThat(cases.courier(Channel.EMAIL).ids()).containsExactly(notice);
        assertThat(cases.decisions(notice)).containsExactly("TAKEN_OVER");
    }

    @Test
    void what_may_have_been_mailed_by_a_worker_that_is_gone_is_not_mailed_again_and_goes_on_by_the_next_channel() {
        cases.pause();
        long notice = cases.told(Channel.EMAIL, Channel.SMS);
        leftBehind(notice, clock.instant());
        cases.resume();
        await().until(() -> cases.field(notice, "cause").equals("IN_DOUBT"));

        clock.advance(Duration.ofMinutes(6));

        await().until(() -> cases.field(notice, "channel").equals("SMS") && cases.field(notice, "ended_at") != null);
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
        assertThat(cases.courier(Channel.SMS).ids()).containsExactly(notice);
        assertThat(cases.decisions(notice)).containsExactly("TAKEN_OVER", "IN_DOUBT", "UNCONFIRMED", "FELL_BACK");
    }

    @Test
    void what_may_have_been_mailed_and_has_no_other_channel_stands_in_the_work_list_in_the_end() {
        cases.pause();
        long notice = cases.told(Channel.EMAIL);
        leftBehind(notice, clock.instant());
        cases.resume();
        await().until(() -> cases.field(notice, "cause").equals("IN_DOUBT"));

        clock.advance(Duration.ofMinutes(6));

        cases.awaitState(notice, NoticeState.GAVE_UP);
        assertThat(cases.field(notice, "desk_state")).isEqualTo("GAVE_UP");
        assertThat(cases.field(notice, "cause")).isEqualTo("UNCONFIRMED IN_DOUBT");
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
    }

    @Test
    void what_is_being_sent_is_noted_as_going_out_and_what_waits_for_a_thread_is_not() {
        CountDownLatch stuck = new CountDownLatch(1);
        cases.courier(Channel.EMAIL).answers(message -> {
            awaitLatch(stuck);
            return FakeCourier.accepted(message);
        });
        cases.pause();
        List<Long> told = IntStream.range(0, 60).mapToObj(n -> cases.told(Channel.EMAIL)).toList();
        cases.resume();
        await().until(() -> cases.courier(Channel.EMAIL).given().size() == 16 && cases.count(NoticeState.SENDING) == 60);

        List<Long> doubtful = sql.queryForList("SELECT id FROM notice WHERE doubt_at IS NOT NULL", Long.class);

        assertThat(doubtful).containsExactlyInAnyOrderElementsOf(cases.courier(Channel.EMAIL).ids());
        stuck.countDown();
        told.forEach(notice -> cases.awaitState(notice, SENT));
        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(60);
    }

    @Test
    void what_staff_took_away_while_it_waited_for_a_thread_does_not_go_out() {
        CountDownLatch stuck = new CountDownLatch(1);
        cases.courier(Channel.EMAIL).answers(message -> {
            awaitLatch(stuck);
            return FakeCourier.accepted(message);
        });
        cases.pause();
        List<Long> told = IntStream.range(0, 17).mapToObj(n -> cases.told(Channel.EMAIL)).toList();
        cases.resume();
        await().until(() -> cases.courier(Channel.EMAIL).given().size() == 16 && cases.count(NoticeState.SENDING) == 17);
        long waiting = told.stream().filter(notice -> !cases.courier(Channel.EMAIL).ids().contains(notice)).findFirst()
                .orElseThrow();
        notices.acknowledge(waiting);

        stuck.countDown();

        told.stream().filter(notice -> notice != waiting).forEach(notice -> cases.awaitState(notice, SENT));
        cases.awaitState(cases.told(Channel.EMAIL), SENT);
        assertThat(cases.courier(Channel.EMAIL).ids()).doesNotContain(waiting);
        assertThat(cases.state(waiting)).isEqualTo(NoticeState.DELIVERED);
    }

    /** As a worker leaves it whose lease is over. */
    private void leftBehind(long notice, Instant handedOver) {
        sql.update("UPDATE notice SET state = 'SENDING', due_at = ?, doubt_at = ?, version = version + 1 WHERE id = ?",
                Timestamp.from(clock.instant()), handedOver == null ? null : Timestamp.from(handedOver), notice);
    }

    @Test
    void what_a_stuck_worker_does_too_late_changes_nothing_any_more() {
        CountDownLatch stuck = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        cases.courier(Channel.TEMPLATE).answers(message -> {
            if (calls.incrementAndGet() == 1) {
                awaitLatch(stuck);
                return Outcome.of(Result.RECIPIENT, "40003");
            }
            return FakeCourier.accepted(message);
        });
        long notice = cases.told(Channel.TEMPLATE);
        await().until(() -> calls.get() == 1);
        clock.advance(Duration.ofSeconds(10));

        cases.awaitState(notice, SENT);
        stuck.countDown();
        await().until(() -> cases.attempts(notice).size() == 2);

        assertThat(cases.state(notice)).isEqualTo(SENT);
        assertThat(cases.attempts(notice)).containsExactly("TEMPLATE ACCEPTED", "TEMPLATE RECIPIENT");
        assertThat(cases.decisions(notice)).containsExactly("TAKEN_OVER");
    }

    @Test
    void what_is_in_doubt_for_longer_than_the_platform_remembers_is_not_sent_again() {
        cases.pause();
        long notice = cases.told(Channel.TEMPLATE);
        sql.update("UPDATE notice SET doubt_at = ? WHERE id = ?",
                Timestamp.from(clock.instant().minus(Duration.ofMinutes(9))), notice);
        cases.resume();

        cases.awaitState(notice, SENT);

        assertThat(cases.courier(Channel.TEMPLATE).given()).isEmpty();
        assertThat(cases.decisions(notice)).containsExactly("IN_DOUBT");
    }

    @Test
    void at_night_only_what_is_urgent_goes_out_and_the_rest_in_the_morning() {
        clock.set(Instant.parse("2026-11-23T14:00:01Z"));
        long person = cases.person(Channel.EMAIL);
        long waits = cases.notice(person, Channel.EMAIL);
        long behind = cases.notice(person, Channel.EMAIL);
        long urgent = cases.notice(person, true, Channel.EMAIL);

        cases.awaitState(urgent, SENT);
        await().until(() -> cases.decisions(waits).contains("QUIET_HOURS"));
        assertThat(cases.dueAt(waits)).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(cases.state(waits)).isEqualTo(NoticeState.QUEUED);

        clock.set(Instant.parse("2026-11-24T00:00:00Z"));
        cases.awaitState(waits, SENT);
        clock.advance(Duration.ofMinutes(5));
        cases.awaitState(behind, SENT);
        assertThat(cases.courier(Channel.EMAIL).ids()).containsExactly(urgent, waits, behind);
        assertThat(cases.decisions(behind)).isEmpty();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
