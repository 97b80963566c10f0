package io.zhengxun.registry.notice;

import static io.zhengxun.registry.notice.NoticeState.CANCELLED;
import static io.zhengxun.registry.notice.NoticeState.DELIVERED;
import static io.zhengxun.registry.notice.NoticeState.GAVE_UP;
import static io.zhengxun.registry.notice.NoticeState.HELD;
import static io.zhengxun.registry.notice.NoticeState.OBSOLETE;
import static io.zhengxun.registry.notice.NoticeState.PHONED;
import static io.zhengxun.registry.notice.NoticeState.QUEUED;
import static io.zhengxun.registry.notice.NoticeState.SENDING;
import static io.zhengxun.registry.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.Absent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What people can do with a notice in which state, and what it leaves behind. */
@RegistryTest
class NoticeActsTest {

    private static final Map<NoticeStep, Set<NoticeState>> POSSIBLE = Map.of(
            NoticeStep.RESEND, Set.of(HELD, SENT, DELIVERED, GAVE_UP, CANCELLED, PHONED),
            NoticeStep.CANCEL, Set.of(QUEUED, HELD, SENT, GAVE_UP),
            NoticeStep.PHONE, Set.of(QUEUED, HELD, SENT, GAVE_UP));

    @Autowired
    Notices notices;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate act;

    @ParameterizedTest
    @EnumSource(value = NoticeStep.class, names = {"RESEND", "CANCEL", "PHONE"})
    void staff_can_do_what_the_table_says_and_nothing_else(NoticeStep step) {
        for (NoticeState state : NoticeState.values()) {
            long id = notice(state);
            if (POSSIBLE.get(step).contains(state)) {
                does(step, id, 0);
                assertThat(field(id, "state")).isEqualTo(step.to().name());
                assertThat(field(id, "open_mark") != null).isEqualTo(step.to().isOpen());
                assertThat(field(id, "ended_at") == null).isEqualTo(step.to().isOpen());
                assertThat(decisions(id)).hasSize(1);
            } else {
                assertThatThrownBy(() -> does(step, id, 0)).as("%s", state).isInstanceOf(NoticeActNotPossible.class);
                assertThat(field(id, "state")).isEqualTo(state.name());
                assertThat(decisions(id)).isEmpty();
            }
        }
    }

    @Test
    void a_new_round_begins_with_the_first_channel() {
        long id = notice(GAVE_UP);
        sql.update("UPDATE notice SET channel = 'EMAIL', attempts = 3, cause = 'TRIES' WHERE id = ?", id);

        does(NoticeStep.RESEND, id, 0);

        assertThat(sql.queryForMap("SELECT channel, attempts, round, cause, version FROM notice WHERE id = ?", id))
                .hasToString("{channel=TEMPLATE, attempts=0, round=1, cause=, version=1}");
    }

    @Test
    void who_saw_it_otherwise_is_refused() {
        long id = notice(QUEUED);

        assertThatThrownBy(() -> does(NoticeStep.CANCEL, id, 7)).isInstanceOf(NoticeChanged.class);
        assertThatThrownBy(() -> does(NoticeStep.CANCEL, Long.MAX_VALUE, 0)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> notices.cancel(id, 0, "", "tester")).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_has_no_recipient_cannot_be_sent_again() {
        long id = queued(new NewNotice(NoticeKind.RETURN, key(), Recipient.nobody(), about(), List.of(), Map.of(), false,
                Instant.now()));

        assertThat(field(id, "state")).isEqualTo("GAVE_UP");
        assertThatThrownBy(() -> does(NoticeStep.RESEND, id, 0)).isInstanceOf(NoticeActNotPossible.class);
        does(NoticeStep.PHONE, id, 0);
    }

    @Test
    void a_tap_counts_whatever_became_of_the_notice() {
        Arrays.stream(NoticeState.values()).forEach(state -> {
            long id = notice(state);

            assertThat(notices.acknowledge(id)).as("%s", state).isTrue();

            assertThat(field(id, "state")).isEqualTo(DELIVERED.name());
            assertThat(decisions(id)).containsExactly("ACKNOWLEDGED");
            assertThat(notices.acknowledge(id)).isFalse();
        });
        assertThat(notices.acknowledge(Long.MAX_VALUE)).isFalse();
        assertThat(NoticeStep.ACKNOWLEDGE.isPossibleFrom(OBSOLETE)).isTrue();
        assertThat(NoticeStep.CLAIM.isPossibleFrom(SENDING)).isFalse();
        assertThat(PHONED.isOpen() || CANCELLED.isOpen()).isFalse();
    }

    @Test
    void what_is_queued_twice_is_there_once() {
        String key = key();
        for (int time = 0; time < 2; time++) {
            queued(new NewNotice(NoticeKind.TEST, key, Recipient.contact(1), about(), List.of(Channel.EMAIL), Map.of(), true,
                    Instant.now()));
        }

        assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice WHERE notice_key = ?", Integer.class, key)).isOne();
    }

    private void does(NoticeStep step, long id, int version) {
        act.executeWithoutResult(status -> {
            switch (step) {
                case RESEND -> notices.resend(id, version, "tester");
                case CANCEL -> notices.cancel(id, version, "重复", "tester");
                case PHONE -> notices.phoned(id, version, "已电话告知", "tester");
                default -> throw new IllegalArgumentException(step.name());
            }
        });
    }

    private long notice(NoticeState state) {
        long id = queued(new NewNotice(NoticeKind.TEST, key(), Recipient.contact(1), about(),
                List.of(Channel.TEMPLATE, Channel.EMAIL), Map.of(), false, Instant.now()));
        sql.update("UPDATE notice SET state = ?, open_mark = ? WHERE id = ?", state.name(), state.isOpen() ? 1 : null, id);
        return id;
    }

    private long queued(NewNotice notice) {
        act.executeWithoutResult(status -> notices.queue(List.of(notice)));
        return sql.queryForObject("SELECT id FROM notice WHERE notice_key = ?", Long.class, notice.key());
    }

    private static NewNotice.About about() {
        return new NewNotice.About(new Deed.Subject(Deed.Subject.Kind.CONTACT, "1"), null, "440100");
    }

    private static String key() {
        return "test:" + UUID.randomUUID();
    }

    private String field(long id, String column) {
        return sql.queryForObject("SELECT " + column + " FROM notice WHERE id = ?", String.class, id);
    }

    private List<String> decisions(long id) {
        return sql.queryForList("SELECT decision FROM notice_decision WHERE notice_id = ?", String.class, id);
    }
}
