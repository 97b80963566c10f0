package io.zhengxun.notifier.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.notifier.dispatch.SendingCases;
import io.zhengxun.notifier.dispatch.SendingTest;
import io.zhengxun.notifier.telling.Event;
import io.zhengxun.notifier.telling.Telling;
import io.zhengxun.notifier.telling.Told;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.notice.Recipient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Each event is told of once, or it is known why not; one that cannot be told keeps no other. */
@SendingTest
@Import(PlanningTest.WithTelling.class)
@ExtendWith(OutputCaptureExtension.class)
class PlanningTest {

    private static final String TOLD = "TEST_TOLD";

    @Autowired
    SendingCases cases;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestTelling telling;

    /** Tells the contact that the event names; of an event without one nobody is told. */
    static final class TestTelling implements Telling {

        private volatile String poison = "";

        @Override
        public Set<String> kinds() {
            return Set.of(TOLD);
        }

        @Override
        public List<Told> of(Collection<Event> events) {
            List<Told> notices = new ArrayList<>();
            for (Event event : events) {
                if (event.event().subject().key().equals(poison)) {
                    throw new IllegalStateException("names nobody");
                }
                if (event.event().facts().containsKey("contact")) {
                    notices.add(new Told(event.id(), notice(event, Long.parseLong(event.event().facts().get("contact")))));
                }
            }
            return notices;
        }

        private static NewNotice notice(Event event, long contact) {
            Deed.Subject subject = event.event().subject();
            return new NewNotice(NoticeKind.TEST, "test:" + subject.key(), Recipient.contact(contact),
                    new NewNotice.About(subject, null, "440100"), List.of(Channel.EMAIL), Map.of(), true, event.occurredAt());
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class WithTelling {

        @Bean
        TestTelling testTelling() {
            return new TestTelling();
        }
    }

    @BeforeEach
    void begin() {
        telling.poison = "";
        cases.begin();
    }

    @AfterEach
    void end() {
        cases.end();
    }

    @Test
    void an_event_becomes_a_notice_that_is_sent() {
        String key = recorded(TOLD, Map.of("contact", String.valueOf(cases.person(Channel.EMAIL))));

        awaitState(key, "TOLD");
        cases.awaitAll(NoticeState.SENT, 1);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice WHERE notice_key = ? AND occurred_at ="
                + " (SELECT occurred_at FROM outbox_event WHERE subject_key = ?)", Integer.class, "test:" + key, key)).isOne();
    }

    @Test
    void of_silent_kinds_and_where_nobody_is_concerned_nobody_is_told() {
        String silent = recorded("SUBMISSION_PASS", Map.of());
        String nobody = recorded(TOLD, Map.of());

        awaitState(silent, "SILENT");
        awaitState(nobody, "SILENT");
    }

    @Test
    void of_two_events_of_one_millisecond_each_is_known_for_itself() {
        cases.pause();
        String told = recorded(TOLD, Map.of("contact", String.valueOf(cases.person(Channel.EMAIL))));
        String nobody = recorded(TOLD, Map.of());
        sql.update("UPDATE outbox_event SET occurred_at = '2026-11-23 02:00:00.123' WHERE subject_key IN (?, ?)", told, nobody);
        cases.resume();

        awaitState(told, "TOLD");
        awaitState(nobody, "SILENT");
    }

    @Test
    void an_unknown_kind_stays_visible_and_is_warned_of_once(CapturedOutput log) {
        String kind = "OF_LATER_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        List<String> keys = IntStream.range(0, 3).mapToObj(n -> recorded(kind, Map.of())).toList();

        keys.forEach(key -> awaitState(key, "UNKNOWN"));

        assertThat(log.getAll().split(kind, -1)).hasSize(2);
    }

    @Test
    void the_poisoned_one_of_many_fails_alone_after_some_tries() {
        cases.pause();
        String person = String.valueOf(cases.person(Channel.EMAIL));
        List<String> keys = IntStream.range(0, 40).mapToObj(n -> recorded(TOLD, Map.of("contact", person))).toList();
        telling.poison = keys.get(7);
        cases.resume();

        awaitState(keys.get(7), "FAILED");

        Map<String, Object> failed = sql.queryForMap("SELECT * FROM outbox_event WHERE subject_key = ?", keys.get(7));
        assertThat(failed).containsEntry("attempts", 3).containsEntry("cause", "IllegalStateException");
        keys.stream().filter(key -> !key.equals(telling.poison)).forEach(key -> awaitState(key, "TOLD"));
        cases.awaitAll(NoticeState.SENT, 39);
    }

    @Test
    void what_fails_for_a_while_is_told_in_the_end() {
        cases.pause();
        String key = recorded(TOLD, Map.of("contact", String.valueOf(cases.person(Channel.EMAIL))));
        telling.poison = key;
        cases.resume();
        await().until(() -> !field(key, "cause").isEmpty());

        telling.poison = "";

        awaitState(key, "TOLD");
        assertThat(field(key, "cause")).isEmpty();
    }

    @Test
    void what_cannot_even_be_read_keeps_no_other() {
        cases.pause();
        sql.update("INSERT INTO outbox_event (kind, subject_kind, subject_key, facts, occurred_at, state)"
                + " VALUES ('TEST_TOLD', 'OF_A_LATER_RELEASE', 'unreadable', '{}', NOW(3), 'NEW')");
        String key = recorded(TOLD, Map.of("contact", String.valueOf(cases.person(Channel.EMAIL))));
        cases.resume();

        awaitState(key, "TOLD");
        awaitState("unreadable", "FAILED");
    }

    @Test
    void an_event_that_is_handled_again_is_not_told_again() {
        String key = recorded(TOLD, Map.of("contact", String.valueOf(cases.person(Channel.EMAIL))));
        awaitState(key, "TOLD");

        sql.update("UPDATE outbox_event SET state = 'NEW' WHERE subject_key = ?", key);
        awaitState(key, "TOLD");

        cases.awaitAll(NoticeState.SENT, 1);
        assertThat(cases.courier(Channel.EMAIL).given()).hasSize(1);
    }

    private String recorded(String kind, Map<String, String> facts) {
        String key = "T-" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.record(new OutboxEvent(
                kind, new Deed.Subject(Deed.Subject.Kind.CONTACT, key), null, "440100", facts)));
        return key;
    }

    private void awaitState(String key, String state) {
        await().until(() -> field(key, "state").equals(state));
    }

    private String field(String key, String column) {
        return sql.queryForObject("SELECT " + column + " FROM outbox_event WHERE subject_key = ?", String.class, key);
    }
}
