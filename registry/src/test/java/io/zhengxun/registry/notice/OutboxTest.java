package io.zhengxun.registry.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.Deed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What must be told is committed with its cause. */
@RegistryTest
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcTemplate jdbc;

    private final TransactionTemplate act;
    private final String key = "T-" + UUID.randomUUID();
    private final OutboxEvent event = new OutboxEvent(
            "RETURN_RECORDED", new Deed.Subject(Deed.Subject.Kind.RETURN, key), 7L, "440100", Map.of("rows", "3"));

    OutboxTest(@Autowired PlatformTransactionManager transactions) {
        act = new TransactionTemplate(transactions);
    }

    @Test
    void an_event_waits_after_its_causes_commit() {
        act.executeWithoutResult(status -> outbox.record(event));

        assertThat(jdbc.queryForMap("SELECT * FROM outbox_event WHERE subject_key = ?", key))
                .containsEntry("kind", "RETURN_RECORDED")
                .containsEntry("subject_kind", "RETURN")
                .containsEntry("institution_id", 7L)
                .containsEntry("region_code", "440100")
                .containsEntry("facts", "{\"rows\":\"3\"}")
                .containsEntry("state", "NEW");
    }

    @Test
    void an_event_may_be_nobodys_in_particular() {
        act.executeWithoutResult(status ->
                outbox.record(new OutboxEvent("DAYS_MOVED", event.subject(), null, null, Map.of())));

        assertThat(rows()).hasSize(1);
    }

    @Test
    void what_is_undone_is_not_told() {
        act.executeWithoutResult(status -> {
            outbox.record(event);
            status.setRollbackOnly();
        });

        assertThat(rows()).isEmpty();
        assertThatThrownBy(() -> outbox.record(event)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private List<String> rows() {
        return jdbc.queryForList("SELECT kind FROM outbox_event WHERE subject_key = ?", String.class, key);
    }
}
