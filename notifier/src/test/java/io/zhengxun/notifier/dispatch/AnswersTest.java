package io.zhengxun.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer of staff goes into the chat as long as the platform allows, and by a template message after that. */
@SendingTest
class AnswersTest {

    @Autowired
    SendingCases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    Consultations consultations;

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    private final String person = "o" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        cases.begin();
    }

    @AfterEach
    void end() {
        cases.end();
    }

    @Test
    void within_48_hours_it_is_said_in_the_chat() {
        Consultation asked = consultations.open(person, "问题").consultation();
        clock.set(SendingCases.MORNING.plus(Duration.ofHours(47)));
        long notice = answered(asked);
        cases.awaitState(notice, NoticeState.SENT);
        assertThat(cases.courier(Channel.CUSTOMER).given()).extracting(Message::address).containsExactly(person);
        assertThat(cases.courier(Channel.TEMPLATE).given()).isEmpty();
    }

    @Test
    void after_48_hours_it_goes_by_template() {
        Consultation asked = consultations.open(person, "问题").consultation();
        clock.set(SendingCases.MORNING.plus(Duration.ofHours(48)));
        long notice = answered(asked);
        cases.awaitState(notice, NoticeState.SENT);
        assertThat(cases.courier(Channel.CUSTOMER).given()).isEmpty();
        assertThat(cases.courier(Channel.TEMPLATE).given()).extracting(Message::address).containsExactly(person);
        assertThat(cases.decisions(notice)).contains("WINDOW_OVER");
    }

    @Test
    void what_the_person_says_more_opens_the_window_again() {
        Consultation asked = consultations.open(person, "问题").consultation();
        clock.set(SendingCases.MORNING.plus(Duration.ofHours(47)));
        consultations.add(person, "补充");
        clock.set(SendingCases.MORNING.plus(Duration.ofHours(72)));
        cases.awaitState(answered(asked), NoticeState.SENT);
        assertThat(cases.courier(Channel.CUSTOMER).given()).hasSize(1);
    }

    @Test
    void what_the_platform_finds_too_late_or_too_many_goes_by_template() {
        for (String code : List.of("45015", "45047")) {
            cases.courier(Channel.CUSTOMER).answers(Result.RECIPIENT, code);
            Consultation asked = consultations.open("o" + UUID.randomUUID(), "问题").consultation();
            long notice = answered(asked);
            cases.awaitState(notice, NoticeState.SENT);
            assertThat(cases.attempts(notice)).containsExactly("CUSTOMER RECIPIENT", "TEMPLATE ACCEPTED");
        }
    }

    @Test
    void one_of_unknown_outcome_is_not_said_twice() {
        cases.courier(Channel.CUSTOMER).answers(Result.UNKNOWN, "timeout");
        Consultation asked = consultations.open(person, "问题").consultation();
        long notice = answered(asked);
        cases.awaitState(notice, NoticeState.SENT);
        assertThat(cases.courier(Channel.CUSTOMER).given()).hasSize(1);
        assertThat(cases.decisions(notice)).contains("IN_DOUBT");
    }

    @Test
    void who_left_is_told_nothing() {
        Consultation asked = consultations.open(person, "问题").consultation();
        consultations.forget(person);
        long notice = answered(asked);
        cases.awaitState(notice, NoticeState.GAVE_UP);
        assertThat(cases.courier(Channel.CUSTOMER).given()).isEmpty();
        assertThat(cases.courier(Channel.TEMPLATE).given()).isEmpty();
    }

    private long answered(Consultation asked) {
        String key = "answer:" + asked.number() + ":" + UUID.randomUUID();
        NewNotice written = new NewNotice(
                NoticeKind.ANSWER,
                key,
                Recipient.asker(asked.id()),
                new NewNotice.About(
                        new Deed.Subject(Deed.Subject.Kind.CONSULTATION, asked.number()), null, "440000"),
                List.of(Channel.CUSTOMER, Channel.TEMPLATE),
                Map.of("number", asked.number(), "answeredOn", "2026-11-23", "message", "1"),
                false,
                clock.instant());
        transaction.executeWithoutResult(status -> notices.queue(List.of(written)));
        return sql.queryForObject("SELECT id FROM notice WHERE notice_key = ?", Long.class, key);
    }
}
