package io.zhengxun.notifier.dispatch;

import static io.zhengxun.notifier.channel.Outcome.Result.ACCOUNT;
import static io.zhengxun.notifier.channel.Outcome.Result.NOT_FOLLOWING;
import static io.zhengxun.notifier.channel.Outcome.Result.QUOTA;
import static io.zhengxun.notifier.channel.Outcome.Result.RECIPIENT;
import static io.zhengxun.notifier.channel.Outcome.Result.TEMPLATE;
import static io.zhengxun.notifier.channel.Outcome.Result.TRANSIENT;
import static io.zhengxun.notifier.channel.Outcome.Result.UNKNOWN;
import static io.zhengxun.registry.notice.NoticeState.GAVE_UP;
import static io.zhengxun.registry.notice.NoticeState.HELD;
import static io.zhengxun.registry.notice.NoticeState.OBSOLETE;
import static io.zhengxun.registry.notice.NoticeState.QUEUED;
import static io.zhengxun.registry.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.notifier.telling.Truth.Verdict;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.delivery.Backlog;
import io.zhengxun.registry.notice.delivery.ChannelPauses;
import io.zhengxun.registry.notice.delivery.ChannelStops;
import io.zhengxun.registry.notice.delivery.HeldNotices;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.subscription.ConsentChange;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done about each class of outcome (wechat-platform 6.5), and about what stands in the way of a send. */
@SendingTest
@ExtendWith(OutputCaptureExtension.class)
class OutcomesTest {

    private static final Channel TEMPLATE_MESSAGE = Channel.TEMPLATE;

    @Autowired
    SendingCases cases;

    @Autowired
    ChannelStops stops;

    @Autowired
    ChannelPauses pauses;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SendingCases.SettableTruth truth;

    @Autowired
    SettableClock clock;

    @Autowired
    Breakers breakers;

    @Autowired
    Consents consents;

    @Autowired
    Lookout lookout;

    @Autowired
    Backlog backlog;

    @Autowired
    HeldNotices held;

    @Autowired
    Couriers couriers;

    @Autowired
    Stops stopped;

    @Autowired
    Contacts contacts;

    @Autowired
    Notices notices;

    @Autowired
    Vault vault;

    @BeforeEach
    void begin() {
        Stream.of(Channel.values()).forEach(channel -> breakers.of(channel).reset());
        cases.begin();
    }

    @AfterEach
    void end() {
        cases.end();
    }

    private FakeCourier courier() {
        return cases.courier(TEMPLATE_MESSAGE);
    }

    @Test
    void an_accepted_template_message_waits_for_its_confirmation() {
        long notice = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);

        cases.awaitState(notice, SENT);

        assertThat(cases.attempts(notice)).containsExactly("TEMPLATE ACCEPTED");
        assertThat(cases.field(notice, "message_id")).isEqualTo("mN" + notice + "x0");
        assertThat(cases.field(notice, "accepted_at")).isNotNull();
        assertThat(cases.field(notice, "ended_at")).isNull();
        assertThat(cases.decisions(notice)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"EMAIL", "SMS"})
    void of_an_accepted_mail_or_text_message_nothing_more_comes(Channel channel) {
        long notice = cases.told(channel);

        cases.awaitState(notice, SENT);

        assertThat(cases.field(notice, "ended_at")).isNotNull();
    }

    @Test
    void a_message_that_was_accepted_without_an_id_is_not_waited_for_and_not_sent_twice() {
        courier().answers(message -> Outcome.accepted(""));

        long notice = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);
        cases.awaitState(notice, SENT);
        clock.advance(Duration.ofMinutes(6));
        long later = cases.told(Channel.EMAIL);
        cases.awaitState(later, SENT);

        assertThat(cases.field(notice, "ended_at")).isNotNull();
        assertThat(cases.decisions(notice)).containsExactly("UNTRACEABLE");
        assertThat(cases.courier(Channel.EMAIL).ids()).containsExactly(later);
    }

    @ParameterizedTest
    @EnumSource(value = Result.class, names = {"TRANSIENT", "UNKNOWN", "RATE", "RECIPIENT_RATE", "QUOTA"})
    void what_passes_is_tried_again_under_the_same_id_until_it_is_accepted(Result passing) {
        courier().answers(failing(2, Outcome.of(passing, "-1")));

        long notice = cases.told(TEMPLATE_MESSAGE);

        cases.awaitState(notice, SENT);
        assertThat(cases.attempts(notice)).containsExactly("TEMPLATE " + passing, "TEMPLATE " + passing, "TEMPLATE ACCEPTED");
        assertThat(courier().given().stream().map(Message::idempotencyId)).containsOnly("N" + notice + "x0");
        assertThat(cases.decisions(notice)).hasSize(2).containsOnly(passing == QUOTA ? "QUOTA" : "RETRY");
    }

    @ParameterizedTest
    @EnumSource(value = Result.class, names = {"TRANSIENT", "RECIPIENT_RATE"})
    void what_does_not_pass_has_a_budget_and_then_the_next_channel(Result passing) {
        courier().answers(passing, "45011");

        long notice = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);

        cases.awaitState(notice, SENT);
        assertThat(cases.field(notice, "channel")).isEqualTo("EMAIL");
        assertThat(courier().given()).hasSize(4);
        assertThat(cases.decisions(notice)).containsExactly("RETRY", "RETRY", "RETRY", "FELL_BACK");
    }

    @Test
    void a_channel_that_is_too_fast_keeps_its_queue_however_often_it_says_so() {
        courier().answers(Result.RATE, "45011");
        long only = cases.told(TEMPLATE_MESSAGE);
        for (int tries = 1; tries <= 6; tries++) {
            int so = tries;
            await().until(() -> cases.attempts(only).size() == so);
            clock.advance(Duration.ofMinutes(2));
        }

        courier().answers(FakeCourier::accepted);
        cases.awaitState(only, SENT);
        assertThat(cases.decisions(only)).containsOnly("RETRY");
        assertThat(cases.field(only, "attempts")).isEqualTo("1");
    }

    @Test
    void nobody_waits_longer_than_patience_for_a_channel_that_stays_too_fast_if_there_is_another() {
        courier().answers(Result.RATE, "45011");
        long notice = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);
        await().until(() -> cases.attempts(notice).size() == 1);
        clock.advance(Duration.ofMinutes(14));
        await().until(() -> cases.attempts(notice).size() == 2);
        assertThat(cases.field(notice, "channel")).isEqualTo("TEMPLATE");

        clock.advance(Duration.ofMinutes(2));

        cases.awaitState(notice, SENT);
        assertThat(cases.field(notice, "channel")).isEqualTo("EMAIL");
    }

    @Test
    void an_outage_of_the_last_channel_ends_with_all_delivered() {
        cases.courier(Channel.EMAIL).answers(TRANSIENT, "451");
        List<Long> all = IntStream.range(0, 20).mapToObj(n -> cases.told(Channel.EMAIL)).toList();
        // More than each could try if tries were all it had.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return cases.courier(Channel.EMAIL).given().size() > 20 * 4;
        });
        assertThat(cases.count(GAVE_UP)).isZero();

        cases.courier(Channel.EMAIL).answers(FakeCourier::accepted);

        all.forEach(notice -> cases.awaitState(notice, SENT));
    }

    @Test
    void the_last_channel_is_tried_for_hours_and_then_it_is_over() {
        cases.courier(Channel.EMAIL).answers(TRANSIENT, "451");
        long notice = cases.told(Channel.EMAIL);
        await().until(() -> cases.attempts(notice).size() > 5);
        assertThat(cases.state(notice)).isNotEqualTo(GAVE_UP);

        clock.advance(Duration.ofHours(24));

        cases.awaitState(notice, GAVE_UP);
        assertThat(cases.field(notice, "cause")).isEqualTo("TRIES 451");
    }

    @Test
    void over_the_quota_of_the_account_what_has_another_channel_takes_it_and_the_rest_waits() {
        courier().answers(QUOTA, "45009");
        cases.pause();
        long only = cases.told(TEMPLATE_MESSAGE);
        long two = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);
        cases.resume();
        await().until(() -> cases.decisions(only).equals(List.of("QUOTA")));
        assertThat(cases.state(two)).isEqualTo(QUEUED);

        clock.advance(Duration.ofMinutes(16));

        cases.awaitState(two, SENT);
        assertThat(cases.field(two, "channel")).isEqualTo("EMAIL");
        assertThat(cases.decisions(two)).contains("QUOTA", "FELL_BACK");
        assertThat(cases.state(only)).isNotEqualTo(GAVE_UP);
        courier().answers(FakeCourier::accepted);
        clock.advance(Duration.ofMinutes(16));
        cases.awaitState(only, SENT);
    }

    @Test
    void over_the_own_quota_of_the_day_it_is_the_same() {
        cases.pause();
        List<Long> sent = IntStream.range(0, 3).mapToObj(n -> agreed(Channel.MINI)).toList();
        long only = agreed(Channel.MINI);
        long two = agreed(Channel.MINI, Channel.EMAIL);
        cases.resume();

        sent.forEach(notice -> cases.awaitState(notice, SENT));
        await().until(() -> cases.decisions(only).equals(List.of("QUOTA")) && cases.decisions(two).equals(List.of("QUOTA")));
        assertThat(cases.dueAt(only)).isBetween("2026-11-23T16:00:00Z", "2026-11-23T16:00:02Z");

        clock.advance(Duration.ofMinutes(16));
        cases.awaitState(two, SENT);
        assertThat(cases.field(two, "channel")).isEqualTo("EMAIL");
        assertThat(cases.decisions(two)).containsExactly("QUOTA", "FELL_BACK");
        assertThat(cases.state(only)).isEqualTo(QUEUED);

        clock.set(Instant.parse("2026-11-23T16:00:03Z"));
        cases.awaitState(only, SENT);
        assertThat(cases.courier(Channel.MINI).given()).hasSize(4);
    }

    @Test
    void whoever_waits_behind_a_used_up_quota_is_told_of_it_once_and_the_pause_is_seen_until_something_is_accepted() {
        cases.pause();
        IntStream.range(0, 3).forEach(n -> agreed(Channel.MINI));
        cases.resume();
        cases.awaitAll(SENT, 3);
        long head = agreed(Channel.MINI);
        await().until(() -> cases.decisions(head).equals(List.of("QUOTA")));
        Instant found = clock.instant();
        List<Long> behind = IntStream.range(0, 5).mapToObj(n -> agreed(Channel.MINI, Channel.EMAIL)).toList();

        behind.forEach(notice -> await().until(() -> cases.decisions(notice).equals(List.of("QUOTA"))));
        assertThat(pauses.lasting()).singleElement().satisfies(pause -> {
            assertThat(pause.channel()).isEqualTo(Channel.MINI);
            assertThat(pause.code()).isEqualTo("OWN_COUNT");
            assertThat(pause.since()).isBeforeOrEqualTo(found);
            assertThat(pause.until()).isBetween("2026-11-23T15:59:59Z", "2026-11-23T16:00:01Z");
        });
        assertThat(sql.queryForObject("SELECT detail FROM notice_decision WHERE notice_id = ?", String.class, behind.get(0)))
                .startsWith("OWN_COUNT 2026-11-23T1");

        // Late ones too; and those that were told are not told again.
        long late = agreed(Channel.MINI);
        await().until(() -> cases.decisions(late).equals(List.of("QUOTA")));
        clock.advance(Duration.ofMinutes(16));
        behind.forEach(notice -> cases.awaitState(notice, SENT));
        behind.forEach(notice -> assertThat(cases.decisions(notice)).containsExactly("QUOTA", "FELL_BACK"));

        clock.set(Instant.parse("2026-11-23T16:00:03Z"));
        cases.awaitState(head, SENT);
        await().until(() -> sql.queryForObject("SELECT COUNT(*) FROM channel_pause", Integer.class) == 0);
    }

    /** Urgent: midnight is the end of the quota, and quiet. */
    private long agreed(Channel... channels) {
        long person = cases.person(channels);
        String miniId = vault.open(sql.queryForObject("SELECT mini_id_sealed FROM contact WHERE id = ?", byte[].class, person));
        consents.note(List.of(new ConsentChange(
                new ConsentKey(Channel.MINI, NoticeKind.TEST, miniId), ConsentChange.Cause.GRANTED, "t" + person, clock.instant())));
        return cases.notice(person, true, channels);
    }

    @Test
    void a_send_of_unknown_outcome_is_not_repeated_where_it_would_be_shown_twice_and_the_next_channel_comes_after_a_while() {
        cases.courier(Channel.EMAIL).answers(UNKNOWN, "timeout");
        cases.courier(Channel.SMS).answers(UNKNOWN, "timeout");

        long notice = cases.told(Channel.EMAIL, Channel.SMS);

        cases.awaitState(notice, SENT);
        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(1);
        assertThat(cases.field(notice, "cause")).isEqualTo("IN_DOUBT");
        assertThat(cases.field(notice, "doubt_at")).isNotNull();
        assertThat(cases.decisions(notice)).containsExactly("IN_DOUBT");
        clock.advance(Duration.ofMinutes(6));
        await().until(() -> cases.field(notice, "channel").equals("SMS") && cases.state(notice) == SENT);
        clock.advance(Duration.ofMinutes(6));
        cases.awaitState(notice, GAVE_UP);
        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(1);
        assertThat(cases.courier(Channel.SMS).given()).hasSize(1);
    }

    @Test
    void what_stays_unknown_is_in_doubt_in_the_end_and_never_falls_through_at_once() {
        courier().answers(UNKNOWN, "timeout");

        long notice = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);

        cases.awaitState(notice, SENT);
        assertThat(courier().given()).hasSize(4);
        assertThat(cases.field(notice, "channel")).isEqualTo("TEMPLATE");
        assertThat(cases.field(notice, "cause")).isEqualTo("IN_DOUBT");
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT,     40003, RECIPIENT 40003, FELL_BACK,               GAVE_UP",
        "RECIPIENT,     48002, BLOCKED,         BLOCKED FELL_BACK,       BLOCKED GAVE_UP",
        "NOT_FOLLOWING, 43004, NOT_FOLLOWING,   NOT_FOLLOWING FELL_BACK, NOT_FOLLOWING GAVE_UP",
        "NO_CONSENT,    43101, NO_CONSENT,      NO_CONSENT FELL_BACK,    NO_CONSENT GAVE_UP",
        "CONTENT,       47003, CONTENT 47003,   FELL_BACK,               GAVE_UP"
    })
    void what_will_not_pass_takes_the_next_channel_at_once(
            Result refusal, String code, String cause, String falling, String ending) {
        courier().answers(refusal, code);

        long two = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);
        cases.awaitState(two, SENT);
        long one = cases.told(TEMPLATE_MESSAGE);
        cases.awaitState(one, GAVE_UP);

        assertThat(cases.field(two, "channel")).isEqualTo("EMAIL");
        assertThat(cases.decisions(two)).containsExactly(falling.split(" "));
        assertThat(cases.decisions(one)).containsExactly(ending.split(" "));
        assertThat(cases.field(one, "cause")).isEqualTo(cause);
        assertThat(courier().given()).hasSize(2);
    }

    @Test
    void somebody_who_left_is_marked_and_not_tried_there_again() {
        courier().answers(NOT_FOLLOWING, "43004");
        long person = cases.person(TEMPLATE_MESSAGE, Channel.EMAIL);

        cases.awaitState(cases.notice(person, TEMPLATE_MESSAGE, Channel.EMAIL), SENT);
        await().until(() -> sql.queryForObject(
                "SELECT unfollowed_at IS NOT NULL FROM contact WHERE id = ?", Boolean.class, person));
        long second = cases.notice(person, TEMPLATE_MESSAGE, Channel.EMAIL);
        cases.awaitState(second, SENT);

        assertThat(courier().given()).hasSize(1);
        assertThat(cases.decisions(second)).containsExactly("NOT_FOLLOWING", "FELL_BACK");
    }

    @Test
    void who_follows_again_before_an_earlier_refusal_is_recorded_counts_as_following() {
        long person = cases.person(TEMPLATE_MESSAGE, Channel.EMAIL);
        courier().answers(message -> {
            contacts.markFollowing(message.address(), clock.instant());
            return Outcome.of(NOT_FOLLOWING, "43004");
        });

        cases.awaitState(cases.notice(person, TEMPLATE_MESSAGE, Channel.EMAIL), SENT);
        courier().answers(FakeCourier::accepted);
        long second = cases.notice(person, TEMPLATE_MESSAGE, Channel.EMAIL);
        cases.awaitState(second, SENT);

        assertThat(sql.queryForObject("SELECT unfollowed_at IS NULL FROM contact WHERE id = ?", Boolean.class, person)).isTrue();
        assertThat(cases.attempts(second)).containsExactly("TEMPLATE ACCEPTED");
    }

    @Test
    void a_refused_template_is_stopped_once_and_what_has_no_other_channel_waits_until_it_is_lifted() {
        courier().answers(TEMPLATE, "40037");
        List<Long> held = IntStream.range(0, 100).mapToObj(n -> cases.told(TEMPLATE_MESSAGE)).toList();
        long other = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);

        held.forEach(notice -> cases.awaitState(notice, HELD));
        cases.awaitState(other, SENT);

        assertThat(stops.lasting()).singleElement().satisfies(stop -> {
            assertThat(stop.channel()).isEqualTo(TEMPLATE_MESSAGE);
            assertThat(stop.kind()).isNotNull();
            assertThat(stop.code()).isEqualTo("40037");
        });
        // Those that were on their way when the first was refused, and no more.
        assertThat(courier().given()).hasSizeLessThanOrEqualTo(16);
        assertThat(cases.field(held.get(50), "cause")).isEqualTo("STOPPED");
        assertThat(cases.field(other, "channel")).isEqualTo("EMAIL");

        courier().reset();
        transaction.executeWithoutResult(status -> stops.lift(stops.lasting().get(0).id(), "admin"));
        held.forEach(notice -> cases.awaitState(notice, SENT));
        // Released again if it came to be held while the stop was being lifted.
        assertThat(cases.decisions(held.get(50))).startsWith("STOPPED", "RELEASED").endsWith("RELEASED");
    }

    @Test
    void a_refused_account_stops_all_kinds_on_the_channel() {
        courier().answers(ACCOUNT, "48001");

        long notice = cases.told(TEMPLATE_MESSAGE);

        cases.awaitState(notice, HELD);
        assertThat(stops.lasting()).singleElement().satisfies(stop -> assertThat(stop.kind()).isNull());
    }

    @Test
    void many_recipients_in_a_row_whom_wechat_does_not_know_stop_the_channel_with_one_alarm(CapturedOutput log) {
        courier().answers(RECIPIENT, "40003");

        IntStream.range(0, 60).forEach(n -> cases.told(TEMPLATE_MESSAGE));
        await().until(() -> cases.count(HELD) + cases.count(GAVE_UP) == 60);

        assertThat(stops.lasting()).singleElement().satisfies(stop -> {
            assertThat(stop.kind()).isNull();
            assertThat(stop.code()).isEqualTo("40003");
        });
        // The first ones, and those that were on their way.
        assertThat(cases.count(GAVE_UP)).isBetween(19, 19 + 15);
        assertThat(log.getAll().split("refuses the account of channel TEMPLATE \\(error 40003\\)", -1)).hasSize(2);

        courier().answers(FakeCourier::accepted);
        transaction.executeWithoutResult(status -> stops.lift(stops.lasting().get(0).id(), "admin"));
        await().until(() -> cases.count(HELD) == 0 && cases.count(SENT) == 60 - cases.count(GAVE_UP));
    }

    @Test
    void single_wrong_openids_among_good_ones_stop_nothing_however_many_they_are() {
        courier().answers(message -> message.noticeId() % 4 == 0
                ? FakeCourier.accepted(message)
                : Outcome.of(RECIPIENT, "40003"));
        long person = cases.person(TEMPLATE_MESSAGE);

        IntStream.range(0, 100).forEach(n -> cases.told(TEMPLATE_MESSAGE));
        await().until(() -> cases.count(SENT) + cases.count(GAVE_UP) == 100);
        courier().answers(RECIPIENT, "40003");
        List<Long> same = IntStream.range(0, 30).mapToObj(n -> cases.notice(person, TEMPLATE_MESSAGE)).toList();
        same.forEach(notice -> cases.awaitState(notice, GAVE_UP));

        assertThat(stops.lasting()).isEmpty();
    }

    @Test
    void a_channel_without_settings_is_left_out_and_the_last_one_is_held_until_it_has_them() {
        // Later than the start of this instance.
        clock.advance(Duration.ofHours(1));
        courier().configured(false);
        long other = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);
        long only = cases.told(TEMPLATE_MESSAGE);

        cases.awaitState(other, SENT);
        cases.awaitState(only, HELD);
        assertThat(cases.decisions(other)).containsExactly("NOT_CONFIGURED", "FELL_BACK");
        assertThat(cases.field(only, "cause")).isEqualTo("NOT_CONFIGURED");

        // Another instance may be without them still, and hold it again.
        courier().configured(true);
        lookout.look();
        assertThat(cases.state(only)).isEqualTo(HELD);
        clock.advance(Duration.ofMinutes(11));
        cases.awaitState(only, SENT);
        assertThat(cases.decisions(only)).containsExactly("NOT_CONFIGURED", "RELEASED");
    }

    @Test
    void an_instance_that_starts_with_the_settings_lets_go_at_once_what_lacked_them_before() {
        courier().configured(false);
        long notice = cases.told(TEMPLATE_MESSAGE);
        cases.awaitState(notice, HELD);
        courier().configured(true);

        new Lookout(backlog, held, couriers, stopped, breakers, clock, new SimpleMeterRegistry()).look();

        cases.awaitState(notice, SENT);
    }

    @Test
    void what_a_stop_kept_from_its_best_channel_is_held_there_when_the_others_fail() {
        courier().configured(false);
        cases.courier(Channel.EMAIL).answers(RECIPIENT, "550");

        long notice = cases.told(TEMPLATE_MESSAGE, Channel.EMAIL);

        cases.awaitState(notice, HELD);
        assertThat(cases.field(notice, "channel")).isEqualTo("TEMPLATE");
    }

    @Test
    void what_a_stop_kept_from_its_best_channel_is_held_there_when_the_others_are_not_confirmed() {
        cases.courier(Channel.EMAIL).configured(false);
        cases.courier(Channel.SMS).answers(UNKNOWN, "timeout");
        long accepted = cases.told(Channel.EMAIL, TEMPLATE_MESSAGE);
        long doubtful = cases.told(Channel.EMAIL, Channel.SMS);
        cases.awaitState(accepted, SENT);
        cases.awaitState(doubtful, SENT);

        clock.advance(Duration.ofMinutes(6));

        cases.awaitState(accepted, HELD);
        cases.awaitState(doubtful, HELD);
        assertThat(cases.field(accepted, "channel")).isEqualTo("EMAIL");
        assertThat(cases.field(doubtful, "channel")).isEqualTo("EMAIL");
    }

    @Test
    void what_is_released_goes_through_no_channel_again_that_had_it_in_this_round() {
        cases.courier(Channel.EMAIL).configured(false);
        long notice = cases.told(Channel.EMAIL, TEMPLATE_MESSAGE, Channel.SMS);
        cases.courier(Channel.SMS).answers(UNKNOWN, "timeout");
        cases.awaitState(notice, SENT);
        clock.advance(Duration.ofMinutes(6));
        await().until(() -> cases.field(notice, "channel").equals("SMS") && cases.state(notice) == SENT);
        clock.advance(Duration.ofMinutes(6));
        cases.awaitState(notice, HELD);
        cases.courier(Channel.EMAIL).answers(RECIPIENT, "550");
        cases.courier(Channel.SMS).answers(FakeCourier::accepted);

        cases.courier(Channel.EMAIL).configured(true);
        clock.advance(Duration.ofMinutes(11));

        cases.awaitState(notice, GAVE_UP);
        assertThat(cases.attempts(notice)).containsExactly("TEMPLATE ACCEPTED", "SMS UNKNOWN", "EMAIL RECIPIENT");
        assertThat(cases.decisions(notice)).endsWith("RELEASED", "FELL_BACK", "ALREADY_SENT", "FELL_BACK", "ALREADY_SENT", "GAVE_UP");
        assertThat(cases.field(notice, "cause")).isEqualTo("ALREADY_SENT");

        transaction.executeWithoutResult(status -> notices.resend(
                notice, Integer.parseInt(cases.field(notice, "version")), "tester"));
        await().until(() -> cases.attempts(notice).size() == 5);
        assertThat(cases.attempts(notice)).endsWith("EMAIL RECIPIENT", "TEMPLATE ACCEPTED");
    }

    @Test
    void without_a_consent_the_ledger_knows_before_sending() {
        long notice = cases.told(Channel.MINI, Channel.EMAIL);

        cases.awaitState(notice, SENT);

        assertThat(cases.courier(Channel.MINI).given()).isEmpty();
        assertThat(cases.decisions(notice)).containsExactly("NO_CONSENT", "FELL_BACK");
    }

    @Test
    void without_an_address_or_a_recipient_nothing_is_sent() {
        long person = cases.person(Channel.EMAIL);
        sql.update("UPDATE contact SET email_sealed = NULL WHERE id = ?", person);
        long unreachable = cases.notice(person, Channel.EMAIL);
        long ended = cases.person(Channel.EMAIL);
        sql.update("UPDATE contact SET state = 'ENDED', lasting_mark = NULL, ended_at = NOW(3) WHERE id = ?", ended);
        long late = cases.notice(ended, Channel.EMAIL);

        cases.awaitState(unreachable, GAVE_UP);
        cases.awaitState(late, GAVE_UP);

        assertThat(cases.field(unreachable, "cause")).isEqualTo("NO_ADDRESS");
        assertThat(cases.field(late, "cause")).isEqualTo("CONTACT_ENDED");
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
    }

    @Test
    void what_waits_for_somebody_who_handed_over_is_for_the_successor() {
        long before = cases.person(Channel.EMAIL);
        sql.update("UPDATE contact SET state = 'ENDED', lasting_mark = NULL, ended_at = NOW(3) WHERE id = ?", before);
        long after = cases.person(Channel.EMAIL);
        sql.update("UPDATE contact SET replaces_id = ? WHERE id = ?", before, after);

        long waiting = cases.notice(before, Channel.EMAIL);
        cases.awaitState(waiting, SENT);

        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(1);
        assertThat(cases.field(waiting, "recipient_id")).isEqualTo(String.valueOf(after));
        assertThat(sql.queryForList("SELECT CONCAT(decision, ' ', detail) FROM notice_decision WHERE notice_id = ?",
                String.class, waiting)).containsExactly("REDIRECTED " + before + " " + after);
    }

    @Test
    void what_changed_goes_out_as_it_is_now() {
        truth.says(notice -> Verdict.changed(Map.of("day", "2026-11-24"), "day"));

        long changed = cases.told(Channel.EMAIL);

        cases.awaitState(changed, SENT);

        assertThat(cases.courier(Channel.EMAIL).given()).singleElement().extracting(Message::facts).isEqualTo(Map.of("day", "2026-11-24"));
        assertThat(cases.decisions(changed)).containsExactly("CHANGED");
    }

    @Test
    void an_untrue_notice_ends_as_obsolete() {
        truth.says(notice -> Verdict.obsolete("CORRECTED"));

        long notice = cases.told(Channel.EMAIL);

        cases.awaitState(notice, OBSOLETE);
        assertThat(cases.field(notice, "cause")).isEqualTo("CORRECTED");
        assertThat(cases.decisions(notice)).containsExactly("OBSOLETE");
        assertThat(cases.courier(Channel.EMAIL).given()).isEmpty();
    }

    @Test
    void one_that_cannot_be_prepared_keeps_no_other_and_is_given_up_in_the_end() {
        Set<Long> poisoned = ConcurrentHashMap.newKeySet();
        truth.says(notice -> {
            if (poisoned.contains(notice.id())) {
                throw new IllegalStateException("no truth");
            }
            return Verdict.holds(notice);
        });
        cases.pause();
        poisoned.add(cases.told(Channel.EMAIL));
        List<Long> others = List.of(cases.told(Channel.EMAIL), cases.told(Channel.EMAIL));
        cases.resume();

        others.forEach(notice -> cases.awaitState(notice, SENT));
        cases.awaitState(poisoned.iterator().next(), GAVE_UP);
        assertThat(cases.field(poisoned.iterator().next(), "cause")).isEqualTo("TRIES IllegalStateException");
    }

    @Test
    void a_courier_that_breaks_its_word_may_have_sent() {
        courier().answers(message -> {
            throw new IllegalStateException("broken");
        });

        long notice = cases.told(TEMPLATE_MESSAGE);

        cases.awaitState(notice, SENT);
        assertThat(cases.attempts(notice)).hasSize(4).containsOnly("TEMPLATE UNKNOWN");
        assertThat(cases.field(notice, "cause")).isEqualTo("IN_DOUBT");
    }

    @Test
    void no_quick_burst_goes_over_the_rate_of_the_account() {
        long start = System.nanoTime();
        List<Long> sent = IntStream.range(0, 50).mapToObj(n -> cases.told(Channel.SMS)).toList();

        sent.forEach(notice -> cases.awaitState(notice, SENT));

        // 20 per second, of which one second's are there at once.
        assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(1);
        assertThat(cases.courier(Channel.SMS).given()).hasSize(50);
    }

    @Test
    void a_channel_that_is_down_is_left_alone_and_used_again_once_it_answers() {
        courier().answers(TRANSIENT, "HTTP 500");
        List<Long> sent = IntStream.range(0, 40).mapToObj(n -> cases.told(TEMPLATE_MESSAGE)).toList();
        await().until(() -> courier().given().size() >= 10);
        courier().answers(FakeCourier::accepted);

        sent.forEach(notice -> cases.awaitState(notice, SENT));
        assertThat(courier().given()).hasSizeLessThan(40 * 4);
        assertThat(cases.count(QUEUED)).isZero();
    }

    private static Function<Message, Outcome> failing(int times, Outcome outcome) {
        Map<Long, Integer> failed = new ConcurrentHashMap<>();
        return message -> failed.merge(message.noticeId(), 1, Integer::sum) <= times
                ? outcome
                : FakeCourier.accepted(message);
    }
}
